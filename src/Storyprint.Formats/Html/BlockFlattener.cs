using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>
/// Flattens blocks to text where only text is allowed: list items, cells, captions, quotations. What a text cannot be is kept as words (the number of an item), as
/// emphasis (a heading), or told.
/// </summary>
internal static class BlockFlattener
{
    /// <summary>All words as one text with line breaks, and the blocks that are not text.</summary>
    /// <inheritdoc cref="Texts"/>
    public static (RichText Text, IReadOnlyList<Block> Others) Flatten(IReadOnlyList<Block> blocks, ImportWarnings warnings, string place)
    {
        var (texts, others) = Texts(blocks, warnings, place);
        return (Join(texts), others);
    }

    /// <summary>The words as separate texts, and the blocks that are not text.</summary>
    /// <param name="blocks">What stood there.</param>
    /// <param name="warnings">Is told what the text cannot show.</param>
    /// <param name="place">Where the text stands, for a sentence: "a cell".</param>
    public static (IReadOnlyList<RichText> Texts, IReadOnlyList<Block> Others) Texts(IReadOnlyList<Block> blocks, ImportWarnings warnings, string place)
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
                    texts.Add(new RichText([.. heading.Text.Runs.Select(run => run with { Emphasis = run.Emphasis | Emphasis.Strong })]));
                    break;
                case BulletList list:
                    texts.AddRange(ListLines.Of(list));
                    if (list.Items.Any(item => item.Depth > 0))
                    {
                        warnings.Add($"A list inside a list in {place} stands without its depth: “{ImportWarnings.Short(list.Items[0].Text.Plain)}”");
                    }

                    break;
                case Quotation quotation:
                    Quote(quotation.Paragraphs, quotation.Speaker);
                    break;
                case PullQuote pull:
                    Quote([pull.Text], pull.Speaker);
                    break;
                case ThematicBreak:
                    warnings.Add($"A rule between two texts in {place} was left out.");
                    break;
                default:
                    others.Add(block);
                    break;
            }
        }

        return (texts, others);

        void Quote(IReadOnlyList<RichText> words, string? speaker)
        {
            texts.AddRange(words);
            if (speaker is not null)
            {
                texts.Add(RichText.From("— " + speaker));
            }

            warnings.Add($"A quotation in {place} stands as ordinary words: “{ImportWarnings.Short(Join(words).Plain)}”");
        }
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

    /// <summary>Tells which blocks stand behind the words in which they were.</summary>
    /// <param name="whole">What holds the words: "a table".</param>
    public static void NoteMoved(IEnumerable<Block> others, ImportWarnings warnings, string whole) => Note(others, warnings, $"in {whole} stands behind it");

    /// <summary>Tells which blocks have no place beside the words in which they were.</summary>
    /// <inheritdoc cref="NoteMoved"/>
    public static void NoteLeftOut(IEnumerable<Block> others, ImportWarnings warnings, string whole) => Note(others, warnings, $"in {whole} was left out");

    private static void Note(IEnumerable<Block> others, ImportWarnings warnings, string what)
    {
        foreach (var other in others)
        {
            warnings.Add(other switch
            {
                Picture picture => $"A picture {what}: {ImportWarnings.Short(picture.Address ?? picture.Alt)}",
                Embed embed => $"A film, sound or frame {what}: {ImportWarnings.Short(embed.Address)}",
                Table => $"A table {what}: “{ImportWarnings.Long(string.Join(' ', other.Texts))}”",
                _ => $"A block {what}: “{ImportWarnings.Long(string.Join(' ', other.Texts))}”",
            });
        }
    }
}
