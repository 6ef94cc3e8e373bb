using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Flattens blocks to text where only text is allowed: list items, cells, captions, quotations.</summary>
internal static class BlockFlattener
{
    /// <summary>All words as one text with line breaks, and the blocks that are not text.</summary>
    public static (RichText Text, IReadOnlyList<Block> Others) Flatten(IReadOnlyList<Block> blocks)
    {
        var (texts, others) = Texts(blocks);
        return (Join(texts), others);
    }

    /// <summary>The words as separate texts, and the blocks that are not text.</summary>
    public static (IReadOnlyList<RichText> Texts, IReadOnlyList<Block> Others) Texts(IReadOnlyList<Block> blocks)
    {
        var texts = new List<RichText>();
        var others = new List<Block>();
        foreach (var block in blocks)
        {
            switch (block)
            {
                case Paragraph paragraph:
                    texts.Add(paragraph.Text);
                    break;
                case Heading heading:
                    texts.Add(heading.Text);
                    break;
                case BulletList list:
                    texts.AddRange(list.Items.Select(item => item.Text));
                    break;
                case Quotation quotation:
                    texts.AddRange(quotation.Paragraphs);
                    AddSpeaker(texts, quotation.Speaker);
                    break;
                case PullQuote pull:
                    texts.Add(pull.Text);
                    AddSpeaker(texts, pull.Speaker);
                    break;
                default:
                    others.Add(block);
                    break;
            }
        }

        return (texts, others);
    }

    public static RichText Join(IReadOnlyList<RichText> texts)
    {
        if (texts.Count < 2)
        {
            return texts.Count == 0 ? RichText.Empty : texts[0];
        }

        var runs = new List<TextRun>();
        foreach (var text in texts)
        {
            if (runs.Count > 0)
            {
                runs[^1] = runs[^1] with { Text = runs[^1].Text + "\n" };
            }

            runs.AddRange(text.Runs);
        }

        return new RichText(runs);
    }

    private static void AddSpeaker(List<RichText> texts, string? speaker)
    {
        if (speaker is not null)
        {
            texts.Add(RichText.From("— " + speaker));
        }
    }
}
