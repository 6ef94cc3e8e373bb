namespace Storyprint.Formats.Wxr;

/// <summary>The fields of one item, unconverted.</summary>
internal sealed class WxrItem
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);

    public required int Line { get; init; }

    public List<WxrTerm> Terms { get; } = [];

    public Dictionary<string, string> Meta { get; } = new(StringComparer.Ordinal);

    /// <summary>The names it had in its address before.</summary>
    public List<string> OldSlugs { get; } = [];

    /// <summary>The fields of its comments, by element name.</summary>
    public List<IReadOnlyDictionary<string, string>> Comments { get; } = [];

    /// <summary>Names of the fields that were over the length limit.</summary>
    public List<string> Cut { get; } = [];

    /// <summary>A field by its element name, such as <c>wp:post_id</c>; empty where absent.</summary>
    public string this[string name]
    {
        get => fields.GetValueOrDefault(name, string.Empty);
        set => fields[name] = value;
    }

    public long Id => long.TryParse(this["wp:post_id"].Trim(), out var id) ? id : 0;

    public string Type => this["wp:post_type"].Trim() is { Length: > 0 } type ? type : "post";

    public string Status => this["wp:status"].Trim() is { Length: > 0 } status ? status : "publish";
}

/// <param name="Domain">The taxonomy; empty in old files.</param>
internal sealed record WxrTerm(string Domain, string Nicename, string Name);
