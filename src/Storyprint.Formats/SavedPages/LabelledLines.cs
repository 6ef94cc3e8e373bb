using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>Separates the labelled lines of a page from its story.</summary>
internal static class LabelledLines
{
    /// <summary>Removes labelled lines and page furniture; the rest is the story.</summary>
    public static List<Block> WithoutLabels(List<Block> blocks, SavedPageMetadata facts, bool keepsWords)
    {
        var left = new List<Block>();
        for (var i = 0; i < blocks.Count; i++)
        {
            var line = Line(blocks[i]);
            if (line.Length == 0)
            {
                left.Add(blocks[i]);
                continue;
            }

            var labels = PageLineClassifier.Labels(line);
            if (labels.Count == 0)
            {
                if (!PageLineClassifier.IsFurniture(line))
                {
                    left.Add(blocks[i]);
                }

                continue;
            }

            if (facts.Take(labels) is { } open)
            {
                var next = i + 1 < blocks.Count ? NextLine(blocks[i + 1]) : string.Empty;
                if (open is not (PageLabel.Author or PageLabel.Section) && next.Length > 0 && facts.TakeValue(open, next))
                {
                    i++;
                }
                else if (keepsWords)
                {
                    facts.Miss(open);
                }
            }
        }

        return left;
    }

    /// <summary>The words of a block that may be a line of the page, not of the story.</summary>
    public static string Line(Block block) => block switch
    {
        Paragraph paragraph => paragraph.Text.Plain,
        Heading heading => heading.Text.Plain,
        BulletList { Items: [var only] } => only.Text.Plain,
        _ => string.Empty,
    };

    private static string NextLine(Block block) => block is Embed embed ? embed.Address : Line(block);
}
