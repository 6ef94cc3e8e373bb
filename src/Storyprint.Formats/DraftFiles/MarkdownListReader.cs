using Markdig.Syntax;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Reads a list with the lists inside it.</summary>
internal sealed class MarkdownListReader(KnownBlocks known, int firstLine)
{
    private const int MaxDepth = 8;

    public BulletList Read(ListBlock list)
    {
        var items = new List<ListItem>();
        Items(list, 0, list.IsOrdered, items);
        return new BulletList(list.IsOrdered, items);
    }

    private void Items(ListBlock list, int depth, bool isOrdered, List<ListItem> to)
    {
        if (depth > MaxDepth)
        {
            throw new RefusedDraftFile(firstLine + list.Line, $"A list has at most {MaxDepth} lists inside each other.");
        }

        var expected = 1;
        foreach (var item in list.OfType<ListItemBlock>())
        {
            List<ParagraphBlock> words = [.. item.TakeWhile(child => child is ParagraphBlock).Cast<ParagraphBlock>()];
            if (item.Skip(words.Count).FirstOrDefault(child => child is not ListBlock) is { } other)
            {
                throw new RefusedDraftFile(firstLine + other.Line, "An item of a list holds words first and then lists, and nothing else.");
            }

            var number = list.IsOrdered && item.Order != expected ? item.Order : (int?)null;
            expected = item.Order + 1;
            to.Add(new ListItem(depth, BlockFlattener.Join([.. words.Select(paragraph => InlineReader.Read(paragraph.Inline ?? [], known, firstLine))]), list.IsOrdered == isOrdered ? null : list.IsOrdered, number));
            foreach (var inside in item.OfType<ListBlock>())
            {
                Items(inside, depth + 1, isOrdered, to);
            }
        }
    }
}
