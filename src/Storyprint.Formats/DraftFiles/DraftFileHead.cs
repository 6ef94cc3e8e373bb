using System.Globalization;
using System.Text;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Formats.DraftFiles;

/// <summary>The fields above the text of a file.</summary>
internal sealed record DraftFileHead
{
    private const string Fence = "---\n";

    private static readonly string[] Names = ["storyprint", "title", "kicker", "standfirst", "authors", "dateline", "section", "topics"];

    private readonly Dictionary<string, object> fields;

    private DraftFileHead(Dictionary<string, object> fields) => this.fields = fields;

    public required (StoryCode Code, long Version) Origin { get; init; }

    public required string Body { get; init; }

    /// <summary>The line of the file that the text begins in, from 1.</summary>
    public required int BodyLine { get; init; }

    public static string Write(StoryCode code, long version, StoryContent content)
    {
        var head = new StringBuilder(Fence).Append(CultureInfo.InvariantCulture, $"storyprint: {code} {version}\n");
        Field("title", content.Headline);
        Field("kicker", content.Kicker);
        Field("standfirst", content.Standfirst);
        List("authors", content.Bylines);
        Field("dateline", content.Dateline);
        Field("section", content.Section);
        List("topics", content.Topics);
        return head.Append(Fence).ToString();

        void Field(string name, string value) => head.Append(name).Append(": ").Append(Quoted(value)).Append('\n');

        void List(string name, IReadOnlyList<string> values)
        {
            head.Append(name).Append(values.Count == 0 ? ": []\n" : ":\n");
            foreach (var value in values)
            {
                head.Append("  - ").Append(Quoted(value)).Append('\n');
            }
        }
    }

    /// <exception cref="RefusedDraftFile">It has no fields that could be read.</exception>
    public static DraftFileHead Read(string file)
    {
        var text = file.TrimStart('\uFEFF').Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n');
        var end = text.StartsWith(Fence, StringComparison.Ordinal) ? text.IndexOf("\n" + Fence, StringComparison.Ordinal) : -1;
        if (end < 0)
        {
            throw new RefusedDraftFile(1, "The file has no fields between two lines of --- at its top. Take one that 'storyprint edit CODE --out FILE' wrote.");
        }

        var (fields, reason, line) = YamlFrontMatterReader.Read(text[Fence.Length..(end + 1)]);
        if (fields is null)
        {
            throw new RefusedDraftFile(line + 1, reason);
        }

        if (fields.Keys.FirstOrDefault(name => !Names.Contains(name, StringComparer.OrdinalIgnoreCase)) is { } unknown)
        {
            throw new RefusedDraftFile(0, $"A draft has no field “{unknown}”. There are: {string.Join(", ", Names)}.");
        }

        if (!fields.ContainsKey("title"))
        {
            throw new RefusedDraftFile(0, "The field “title” is missing: it is the headline.");
        }

        var start = end + 1 + Fence.Length;
        return new DraftFileHead(fields) { Origin = ReadOrigin(fields), Body = text[start..], BodyLine = 1 + text.AsSpan(0, start).Count('\n') };
    }

    /// <summary>The content with what the fields say.</summary>
    public StoryContent In(StoryContent content) => content with
    {
        Headline = Text("title"),
        Kicker = Text("kicker"),
        Standfirst = Text("standfirst"),
        Bylines = List("authors"),
        Dateline = Text("dateline"),
        Section = Text("section"),
        Topics = List("topics"),
    };

    private static (StoryCode Code, long Version) ReadOrigin(Dictionary<string, object> fields) =>
        (fields.GetValueOrDefault("storyprint") as string)?.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var code, var version]
        && StoryCode.TryFromDigits(code, out var story) && long.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? (story, number)
            : throw new RefusedDraftFile(0, "The field “storyprint” does not say of which story and version the file was made, such as “storyprint: 1125540 12”. Take a file that 'storyprint edit CODE --out FILE' wrote.");

    private string Text(string name) => fields.GetValueOrDefault(name) switch
    {
        null => string.Empty,
        string text => text,
        _ => throw new RefusedDraftFile(0, $"The field “{name}” is one text, not a list."),
    };

    private IReadOnlyList<string> List(string name) => fields.GetValueOrDefault(name) switch
    {
        null or string { Length: 0 } => [],
        string text => [.. text.Split([',', '،'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        List<object> list when list.TrueForAll(entry => entry is string) => [.. list.Cast<string>()],
        _ => throw new RefusedDraftFile(0, $"The field “{name}” is a list of names."),
    };

    // YAML 1.2, 7.3.1: in double quotation marks every character can be written.
    private static string Quoted(string value)
    {
        var quoted = new StringBuilder(value.Length + 2).Append('"');
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' or '\\' => quoted.Append('\\').Append(character),
                '\n' => quoted.Append("\\n"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' or '\u00A0' => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:X4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }
}
