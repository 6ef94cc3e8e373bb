using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>The lines of canonical text v1. Nothing is sealed in it any more, but what was sealed must give the same lines for ever: nothing here may change.</summary>
internal static class CanonicalLinesV1
{
    public static IEnumerable<(string Tag, string Line)> Of(StoryContent content) => Folded(Items(content));

    public static IEnumerable<(string Tag, string Line)> Of(Block block) => Folded(Items(block));

    private static IEnumerable<(string Tag, string Line)> Folded(IEnumerable<(string Tag, string Text)> items) =>
        items.Select(item => (item.Tag, CanonicalLine.Normalize(item.Text)));

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
        ThematicBreak => [],
        _ => throw new NotSupportedException($"{block.GetType().Name} has no tag in canonical text."),
    };

    private static IEnumerable<(string Tag, string Text)> Items(Table table)
    {
        yield return ("caption", table.Caption ?? string.Empty);
        foreach (var row in table.Rows.Prepend(table.Header))
        {
            // Each cell is normalised on its own, so that an empty cell keeps its place between the bars.
            var cells = string.Join(" | ", row.Select(cell => CanonicalLine.Normalize(cell.Plain)));
            yield return ("row", cells.Trim(' ', '|').Length == 0 ? string.Empty : cells);
        }
    }
}
