using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>Separates the labelled lines of a page from its story.</summary>
internal static class LabelledLines
{
    private const int MaxSignature = 3;

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

            facts.NoteEnd(labels, keepsWords ? left.Count : 0);
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

    /// <summary>Removes the lines below code and link at the end of a page, where agencies and authors sign.</summary>
    /// <returns>Their words, in order.</returns>
    public static IReadOnlyList<string> TakeSignature(List<Block> body, int from)
    {
        var below = body.Skip(from).Select(Line).ToList();
        if (from < 2 || below.Count is 0 or > MaxSignature || !below.TrueForAll(IsName))
        {
            return [];
        }

        body.RemoveRange(from, below.Count);
        return below;
    }

    private static bool IsName(string line) => line.Length is > 0 and <= 60 && line.Split(' ').Length <= 6 && line.Any(char.IsLetter) && line[^1] is not ('.' or '!' or '?' or '…' or '؟' or '۔' or '。');

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
