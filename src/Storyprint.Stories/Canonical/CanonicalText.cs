using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// Canonical text v1: the words of a revision in the order of the page, as sealed and logged. Old text never changes,
/// so nothing here may change; a new kind of block gets a new tag.
/// </summary>
public static class CanonicalText
{
    internal const string Version = "storyprint/text/v1";

    /// <summary>The canonical text, UTF-8 when encoded, LF line ends and a final LF.</summary>
    public static string Create(StoryContent content)
    {
        var text = new StringBuilder(Version).Append('\n');
        foreach (var (tag, line) in Lines(content))
        {
            text.Append(tag).Append(": ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines of the canonical text behind the first, each as its tag and its text; empty items have none.</summary>
    public static IEnumerable<(string Tag, string Line)> Lines(StoryContent content) =>
        Folded(Items(content));

    /// <summary>The lines that one block gives.</summary>
    public static IEnumerable<(string Tag, string Line)> Lines(Block block) => Folded(Items(block));

    /// <summary>
    /// Reads a text back into content whose canonical text is this one, to the letter. What the canonical text does not say is lost: emphasis, link
    /// targets, levels of headings, kinds of lists, head rows, alternative texts, section and topics; a pull quote becomes a quotation.
    /// </summary>
    /// <param name="notesAt">The time that every correction note gets.</param>
    /// <returns>False where it is not a canonical text.</returns>
    public static bool TryRead(string text, DateTimeOffset notesAt, [NotNullWhen(true)] out StoryContent? content)
    {
        content = CanonicalReader.Read(text, notesAt);

        // Only what gives back the very text is what was sealed; anything else would be a third version.
        content = content is not null && Create(content) == text ? content : null;
        return content is not null;
    }

    /// <summary>SHA-256 of the canonical text, 32 bytes.</summary>
    public static byte[] Digest(StoryContent content) => SHA256.HashData(Encoding.UTF8.GetBytes(Create(content)));

    /// <summary>The first code point of the content that Unicode has not assigned, or null: a release refuses it.</summary>
    public static string? FirstUnassigned(StoryContent content) =>
        Items(content).Select(item => CanonicalLine.FirstUnassigned(item.Text)).FirstOrDefault(found => found is not null);

    private static IEnumerable<(string Tag, string Line)> Folded(IEnumerable<(string Tag, string Text)> items) =>
        items.Select(item => (item.Tag, Line: CanonicalLine.Normalize(item.Text))).Where(item => item.Line.Length > 0);

    private static IEnumerable<(string Tag, string Text)> Items(StoryContent content)
    {
        yield return ("lang", content.Language);
        yield return ("kicker", content.Kicker);
        yield return ("headline", content.Headline);
        yield return ("standfirst", content.Standfirst);
        foreach (var byline in content.Bylines)
        {
            yield return ("byline", byline);
        }

        yield return ("dateline", content.Dateline);
        foreach (var item in content.Body.SelectMany(Items))
        {
            yield return item;
        }

        foreach (var note in content.Corrections)
        {
            yield return ("correction", note.Text);
        }
    }

    private static IEnumerable<(string Tag, string Text)> Items(Block block) => block switch
    {
        Paragraph paragraph => [("text", paragraph.Text.Plain)],
        Heading heading => [("heading", heading.Text.Plain)],
        Quotation quotation => [.. quotation.Paragraphs.Select(text => ("quote", text.Plain)), ("quoted", quotation.Speaker ?? string.Empty)],
        PullQuote pull => [("quote", pull.Text.Plain), ("quoted", pull.Speaker ?? string.Empty)],
        BulletList list => list.Items.Select(item => ("item", item.Text.Plain)),
        Table table => Items(table),
        Picture picture =>
        [
            picture.Hash is { } hash ? ("picture", hash) : ("embed", picture.Address ?? string.Empty),
            ("caption", picture.Caption.Plain), ("credit", picture.Credit),
        ],
        Embed embed => [("embed", embed.Address)],
        _ => throw new NotSupportedException($"{block.GetType().Name} has no tag in canonical text."),
    };

    private static IEnumerable<(string Tag, string Text)> Items(Table table)
    {
        yield return ("caption", table.Caption ?? string.Empty);
        foreach (var row in table.Rows.Prepend(table.Header))
        {
            // Each cell is made canonical by itself, so that an empty cell keeps its place between the bars.
            var cells = string.Join(" | ", row.Select(cell => CanonicalLine.Normalize(cell.Plain)));
            yield return ("row", cells.Trim(' ', '|').Length == 0 ? string.Empty : cells);
        }
    }
}
