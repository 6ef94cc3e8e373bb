using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories;

namespace Storyprint.Storage.Integrity;

/// <summary>Checks what is stored beside the stories against them: names of topics and authors, the full-text index, rows without a story.</summary>
internal sealed class ListCheck(DbConnection connection, FullText fullText, FullTextComparison search)
{
    // All names that a topic or author has had in any revision: lists show whichever came first.
    private readonly Dictionary<(string Kind, string Edition, string Slug), HashSet<string>> names = [];

    /// <summary>Takes the stories in the order they are read.</summary>
    public async Task<IReadOnlyList<IntegrityFault>> TakeAsync(IReadOnlyList<StoredStory> stories, CancellationToken cancellation)
    {
        foreach (var content in stories.SelectMany(story => story.Revisions).Select(revision => revision.Content).OfType<StoryContent>())
        {
            Name("topic", content.Language, content.Topics);
            Name("byline", content.Language, content.Bylines);
        }

        var expected = Expected(stories).ToDictionary(each => each.Key, each => each.Story);
        var differing = await search.DifferingAsync([.. expected.Select(each => (each.Key, SearchRow.From(each.Value.Shown!)))], cancellation);
        return [.. differing.Select(key => IntegrityFault.Derived(expected[key].Name, "Its row of the full text is not that of its newest revision."))];
    }

    /// <summary>The listed stories with the keys of their rows.</summary>
    public static IEnumerable<(long Key, StoredStory Story)> Expected(IReadOnlyList<StoredStory> stories) =>
        from story in stories
        where story.Shown is not null && DerivedColumns.Of(story).Contains(("is_listed", true))
        let key = DerivedColumns.SortKeyOf(story)
        where key is not null
        select (key.Value, story);

    /// <summary>Faults that show only after all stories were taken.</summary>
    public async Task<IReadOnlyList<IntegrityFault>> FinishAsync(CancellationToken cancellation)
    {
        var faults = new List<IntegrityFault>();
        var terms = await connection.QueryAsync(
            "SELECT kind, edition, slug, name FROM term WHERE kind IN ('topic', 'byline')",
            row => (Kind: row.GetString(0), Edition: row.GetString(1), Slug: row.GetString(2), Name: row.GetString(3)), cancellation);
        faults.AddRange(terms.Where(term => !names.TryGetValue((term.Kind, term.Edition, term.Slug), out var known) || !known.Contains(term.Name))
            .Select(term => IntegrityFault.Derived($"{term.Kind} {term.Slug}", $"Its name is {StoredRow.Shown(term.Name)}, which no revision has.")));
        faults.AddRange(Needed.Except(terms.Select(term => (term.Kind, term.Edition, term.Slug))).Select(term => IntegrityFault.Derived($"{term.Kind} {term.Slug}", "Its name is missing.")));
        foreach (var table in (string[])["story_topic", "story_byline", "story_note"])
        {
            var strays = await connection.ScalarAsync<long>($"SELECT COUNT(*) FROM {table} t WHERE NOT EXISTS (SELECT 1 FROM story s WHERE s.id = t.story_id)", cancellation);
            if (strays > 0)
            {
                faults.Add(IntegrityFault.Derived(table, $"{strays:N0} rows belong to no story."));
            }
        }

        var unlisted = await connection.ScalarAsync<long>(
            $"SELECT COUNT(*) FROM search f WHERE NOT EXISTS (SELECT 1 FROM story s WHERE s.sort_key = f.{fullText.Key} AND s.is_listed)", cancellation);
        if (unlisted > 0)
        {
            faults.Add(IntegrityFault.Derived("search", $"{unlisted:N0} rows of the full text belong to no listed story."));
        }

        return faults;
    }

    /// <summary>The name to write for each slug that has a wrong one.</summary>
    public IEnumerable<(string Kind, string Edition, string Slug, IReadOnlySet<string> Names)> Names => names.Select(each => (each.Key.Kind, each.Key.Edition, each.Key.Slug, (IReadOnlySet<string>)each.Value));

    private HashSet<(string Kind, string Edition, string Slug)> Needed { get; } = [];

    public bool IsNeeded(string kind, string edition, string slug) => Needed.Contains((kind, edition, slug));

    /// <summary>Marks the names that these stories need.</summary>
    public void Need(StoredStory story)
    {
        if (story.Shown is { } content && DerivedColumns.Of(story).Contains(("is_listed", true)))
        {
            Needed.UnionWith(StoryListing.Terms(content.Topics).Select(term => ("topic", content.Language, term.Slug)));
            Needed.UnionWith(StoryListing.Terms(content.Bylines).Select(term => ("byline", content.Language, term.Slug)));
        }
    }

    private void Name(string kind, string edition, IReadOnlyList<string> words)
    {
        // Two names may share a slug, and either may have come first.
        foreach (var word in words)
        {
            foreach (var (slug, name) in StoryListing.Terms([word]))
            {
                (names.TryGetValue((kind, edition, slug), out var known) ? known : names[(kind, edition, slug)] = new HashSet<string>(StringComparer.Ordinal)).Add(name);
            }
        }
    }
}
