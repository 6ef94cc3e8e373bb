using System.Text.Json.Serialization;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Body;

/// <summary>A run of text with the same emphasis and link. A line feed in <see cref="Text"/> is a line break.</summary>
/// <param name="Was">A hash of the target that the link had in its archive, as <see cref="ArchiveLink"/> gives it; null for a link that never led to an item of an archive.</param>
public sealed record TextRun(
    string Text,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] Emphasis Emphasis = Emphasis.None,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] LinkTarget? Link = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Was = null);

/// <summary>A text with inline emphasis and links, as runs in reading order.</summary>
public sealed record RichText(IReadOnlyList<TextRun> Runs)
{
    public static RichText Empty { get; } = new([]);

    /// <summary>The text without emphasis and links.</summary>
    [JsonIgnore]
    public string Plain => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    [JsonIgnore]
    public bool IsEmpty => Runs.All(run => string.IsNullOrWhiteSpace(run.Text));

    /// <summary>The text parted at its line breaks; lines without words among them.</summary>
    [JsonIgnore]
    public IEnumerable<RichText> Lines
    {
        get
        {
            var line = new List<TextRun>();
            foreach (var run in Runs)
            {
                var parts = run.Text.Split('\n');
                for (var index = 0; index < parts.Length; index++)
                {
                    if (index > 0)
                    {
                        yield return new RichText(line);
                        line = [];
                    }

                    line.Add(run with { Text = parts[index] });
                }
            }

            yield return new RichText(line);
        }
    }

    public static RichText From(string text) => new([new TextRun(text)]);

    /// <summary>One text of several lines.</summary>
    public static RichText FromLines(IReadOnlyList<RichText> lines) => lines.Count == 0 ? Empty
        : new([.. lines[0].Runs, .. lines.Skip(1).SelectMany(line => line.Runs.Prepend(new TextRun("\n")))]);
}
