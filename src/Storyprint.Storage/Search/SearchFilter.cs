using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>The filters of a query besides its words, as conditions on <c>story s</c>.</summary>
internal sealed class SearchFilter
{
    private readonly List<string> conditions = ["s.is_listed", "s.edition = @edition"];
    private readonly List<(string Name, object? Value)> parameters = [];

    /// <param name="key">The column to compare the sort key with.</param>
    public SearchFilter(SearchQuery query, string key = "s.sort_key")
    {
        parameters.Add(("@edition", query.Edition));
        if (query.Sections.Count > 0)
        {
            conditions.Add($"s.section IN ({string.Join(", ", query.Sections.Select((_, index) => $"@section{index}"))})");
            parameters.AddRange(query.Sections.Select((slug, index) => ($"@section{index}", (object?)slug)));
        }

        if (query.Author is { } author)
        {
            Add("EXISTS (SELECT 1 FROM story_byline b WHERE b.story_id = s.id AND b.edition = s.edition AND b.slug = @author)", "@author", author);
        }

        if (query.From is { } from)
        {
            From = SortKey.AtStartOf(from);
            Add($"{key} >= @from", "@from", From);
        }

        if (query.Until is { } until)
        {
            Until = SortKey.AtStartOf(until);
            Add($"{key} < @until", "@until", Until);
        }
    }

    /// <summary>The smallest sort key asked for.</summary>
    public long? From { get; }

    /// <summary>The sort key that all are smaller than.</summary>
    public long? Until { get; }

    public string Sql => string.Join(" AND ", conditions);

    public (string Name, object? Value)[] With(params ReadOnlySpan<(string Name, object? Value)> others) => [.. parameters, .. others];

    /// <summary>The span of time as a condition on another column of sort keys, to stand behind others; its parameters are <see cref="SpanParameters"/>.</summary>
    public string SpanOf(string key) => (From is null ? "" : $" AND {key} >= @from") + (Until is null ? "" : $" AND {key} < @until");

    public IEnumerable<(string Name, object? Value)> SpanParameters => parameters.Where(parameter => parameter.Name is "@from" or "@until");

    private void Add(string condition, string name, object? value)
    {
        conditions.Add(condition);
        parameters.Add((name, value));
    }
}
