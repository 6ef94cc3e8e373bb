namespace Storyprint.Formats.Wxr;

/// <summary>The fields of one item, unconverted. Records which were read, so that the report can name the rest.</summary>
internal sealed class WxrItem
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private readonly HashSet<string> read = new(StringComparer.Ordinal);
    private readonly List<(string Name, string Value)> repeated = [];

    public required int Line { get; init; }

    public List<WxrTerm> Terms { get; } = [];

    public WxrMeta Meta { get; } = new();

    /// <summary>The names it had in its address before.</summary>
    public List<string> OldSlugs { get; } = [];

    /// <summary>Addresses of files beside the text: enclosures of a podcast.</summary>
    public List<string> Files { get; } = [];

    /// <summary>The fields of its comments, by element name.</summary>
    public List<IReadOnlyDictionary<string, string>> Comments { get; } = [];

    /// <summary>Names of the fields that were over the length limit.</summary>
    public List<string> Cut { get; } = [];

    /// <summary>What was mended to read it, a sentence each.</summary>
    public List<string> Mended { get; } = [];

    /// <summary>Whether bytes that are not of the file's encoding were read as those of another.</summary>
    public bool HasGuessedCharacters { get; set; }

    /// <summary>Whether a text holds another item: a section without an end swallows what follows, and all of it is sound XML.</summary>
    public bool Swallowed { get; private set; }

    /// <summary>A field by its element name, such as <c>wp:post_id</c>; empty where absent.</summary>
    public string this[string name]
    {
        get
        {
            read.Add(name);
            return fields.GetValueOrDefault(name, string.Empty);
        }
        set => fields[name] = value;
    }

    public long Id => long.TryParse(this["wp:post_id"].Trim(), out var id) ? id : 0;

    public string Type => this["wp:post_type"].Trim() is { Length: > 0 } type ? type : "post";

    public string Status => this["wp:status"].Trim() is { Length: > 0 } status ? status : "publish";

    /// <summary>Adds a field as it stands in the file; one that stands again with another value is kept beside the first.</summary>
    public void Add(string name, string value)
    {
        Swallowed |= value.Contains("</item>", StringComparison.Ordinal) && value.Contains("<wp:post_id>", StringComparison.Ordinal);
        if (fields.TryGetValue(name, out var before) && before.Length > 0)
        {
            if (value.Length > 0 && value != before)
            {
                repeated.Add((name, value));
            }
        }
        else
        {
            fields[name] = value;
        }
    }

    /// <summary>Takes the further values of a field that may stand more than once.</summary>
    public IReadOnlyList<string> TakeRepeated(string name)
    {
        List<string> values = [.. repeated.Where(field => field.Name == name).Select(field => field.Value)];
        repeated.RemoveAll(field => field.Name == name);
        return values;
    }

    /// <summary>Names and values of what nobody read and says something: a zero says nothing.</summary>
    public IEnumerable<(string Name, string Value)> Unread => fields
        .Where(pair => !read.Contains(pair.Key) && !WxrBookkeeping.IsElement(pair.Key) && pair.Value.Trim() is not ("" or "0"))
        .Select(pair => (pair.Key, pair.Value))
        .Concat(repeated)
        .Concat(Meta.Unread);
}

/// <param name="Domain">The taxonomy; empty in old files.</param>
internal sealed record WxrTerm(string Domain, string Nicename, string Name);
