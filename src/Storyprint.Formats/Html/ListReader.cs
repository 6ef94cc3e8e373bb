using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads lists; nested lists become deeper items.</summary>
internal static class ListReader
{
    public static IReadOnlyList<Block> Read(IElement list, BlockReader reader)
    {
        var ordered = list.LocalName == "ol";
        var numbers = ordered ? ListNumbers.Of(list, reader.ImportWarnings) : null;
        var items = new List<ListItem>();
        var others = new List<Block>();
        foreach (var child in list.ChildNodes)
        {
            var blocks = child switch
            {
                IElement { LocalName: "li" } item => reader.Inside(item),
                IElement element => reader.Alone(element),
                IText text when !string.IsNullOrWhiteSpace(text.Data) => [new Paragraph(RichText.From(text.Data.Trim()))],
                _ => [],
            };
            var first = items.Count;
            Add(blocks, ordered, items, others);
            numbers?.Give(child is IElement { LocalName: "li" } numbered ? numbered : null, items, first);
        }

        return items.Count == 0 ? others : [new BulletList(ordered, items), .. others];
    }

    private static void Add(IReadOnlyList<Block> blocks, bool ordered, List<ListItem> items, List<Block> others)
    {
        var words = new List<Block>();
        foreach (var block in blocks)
        {
            if (block is BulletList inner)
            {
                Flush(words, items, others);
                items.AddRange(inner.Items.Select(item => item with { Depth = item.Depth + 1, Ordered = item.IsNumbered(inner) == ordered ? null : item.IsNumbered(inner) }));
            }
            else
            {
                words.Add(block);
            }
        }

        Flush(words, items, others);
    }

    private static void Flush(List<Block> words, List<ListItem> items, List<Block> others)
    {
        var (text, rest) = BlockFlattener.Flatten(words);
        if (!text.IsEmpty)
        {
            items.Add(new ListItem(0, text));
        }

        others.AddRange(rest);
        words.Clear();
    }
}
