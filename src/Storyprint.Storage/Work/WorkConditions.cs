namespace Storyprint.Storage.Work;

/// <summary>The conditions of a list of the newsroom, as SQL over a story <c>s</c>, its draft <c>d</c>, its desk <c>t</c> and its work <c>w</c>.</summary>
internal sealed class WorkConditions
{
    private const int MaxWords = 8;

    private readonly List<string> conditions = [];
    private readonly List<(string Name, object? Value)> parameters = [];
    private readonly WorkFilter filter;

    public WorkConditions(WorkFilter filter)
    {
        this.filter = filter;
        AddIf(filter.Edition, "s.edition = @edition", "@edition");
        AddIf(filter.Section, "s.section = @section", "@section");
        AddIf(filter.Desk, "t.desk = @desk", "@desk");
        AddIf(filter.Person, "(w.holder = @person OR EXISTS (SELECT 1 FROM draft_edit e WHERE e.story_id = s.id AND e.person_id = @person))", "@person");
        AddIf(filter.DueBefore?.ToUnixTimeMilliseconds(), "d.scheduled_for < @due", "@due");
    }

    public string Sql => string.Concat(conditions.Select(condition => $" AND {condition}"));

    public void Add(string condition, params (string, object?)[] values)
    {
        conditions.Add(condition);
        parameters.AddRange(values);
    }

    /// <summary>Looks for the words in what lists show of a story: its lines above the text, its authors, its code.</summary>
    public void AddWords()
    {
        foreach (var (index, word) in filter.Words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Take(MaxWords).Index())
        {
            var pattern = $"%{Escaped(word.ToLowerInvariant())}%";
            Add($"(LOWER(s.headline) LIKE @w{index} ESCAPE '\\' OR LOWER(s.kicker) LIKE @w{index} ESCAPE '\\' OR LOWER(s.standfirst) LIKE @w{index} ESCAPE '\\' OR LOWER(s.bylines) LIKE @w{index} ESCAPE '\\' OR s.code LIKE @w{index} ESCAPE '\\')", ($"@w{index}", pattern));
        }
    }

    /// <summary>Looks for the words in the texts of the newest drafts, roughly: what is found is to be read.</summary>
    public void AddWordsOfText(IReadOnlyList<string> words)
    {
        Add($"d.story_id IN (SELECT n.story_id FROM draft n ORDER BY n.changed_at DESC, n.story_id DESC LIMIT {DraftTextSearch.Newest})");
        foreach (var (index, word) in words.Index())
        {
            var spellings = DraftTextSearch.Spellings(word).Index().Select(each => (Name: $"@t{index}s{each.Index}", Value: (object?)$"%{Escaped(each.Item)}%")).ToList();
            Add($"({string.Join(" OR ", spellings.Select(each => $"d.content LIKE {each.Name} ESCAPE '\\'"))})", [.. spellings]);
        }
    }

    public (string, object?)[] With(params (string, object?)[] more) => [.. parameters, .. more];

    private void AddIf(object? value, string condition, string name)
    {
        if (value is not null)
        {
            Add(condition, (name, value));
        }
    }

    private static string Escaped(string text) => text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("%", "\\%", StringComparison.Ordinal).Replace("_", "\\_", StringComparison.Ordinal);
}
