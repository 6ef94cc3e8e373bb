using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads lists; nested lists become deeper items.</summary>
internal static class ListReader
{
    public static IReadOnlyList<Block> Read(IElement list, BlockReader reader)
    {
        var numbers = ListNumbers.Of(list, reader.ImportWarnings);
        var ordered = numbers is not null;
        var items = new List<ListItem>();
        var before = new List<Block>();
        var others = new List<Block>();
        foreach (var child in list.ChildNodes)
        {
            var item = child is IElement { LocalName: "li" } element ? element : null;
            var blocks = (item, child) switch
            {
                ({ } own, _) => reader.Inside(own),
                (_, IElement loose) => reader.Alone(loose),
                (_, IText text) when !string.IsNullOrWhiteSpace(text.Data) => [new Paragraph(RichText.From(text.Data.Trim()))],
                _ => [],
            };

            // Words before the first item have no number, and an item would have one.
            if (ordered && item is null && items.Count == 0 && blocks.All(block => block is not BulletList))
            {
                before.AddRange(blocks);
                continue;
            }

            var first = items.Count;
            Add(blocks, ordered, items, others, reader.ImportWarnings);
            numbers?.Give(item, items, first);
        }

        if (items.Count == 0)
        {
            return [.. before, .. others];
        }

        BlockFlattener.NoteMoved(others, reader.ImportWarnings, "a list");
        return [.. before, new BulletList(ordered, items), .. others];
    }

    private static void Add(IReadOnlyList<Block> blocks, bool ordered, List<ListItem> items, List<Block> others, ImportWarnings warnings)
    {
        var words = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is BulletList inner)
            {
                Flush(words, items, others, warnings);
                items.AddRange(inner.Items.Select(item => item with { Depth = item.Depth + 1, Ordered = item.IsNumbered(inner) == ordered ? null : item.IsNumbered(inner) }));
            }
            else
            {
                words.Add(block);
            }
        }

        Flush(words, items, others, warnings);
    }

    private static void Flush(List<Block> words, List<ListItem> items, List<Block> others, ImportWarnings warnings)
    {
        var (text, rest) = BlockFlattener.Flatten(words, warnings, "an item of a list");
        if (!text.IsEmpty)
        {
            items.Add(new ListItem(0, text));
        }

        others.AddRange(rest);
        words.Clear();
    }
}
