using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Collects blocks in order while a text is being built.</summary>
internal sealed class BodyWriter(ImportWarnings warnings)
{
    private readonly List<Block> blocks = [];
    private readonly List<Block> beside = [];
    private bool broken;

    public InlineTextBuilder Words { get; } = new();

    /// <summary>Whether an address that stands alone is the words of a text: of a cell, an item, a caption.</summary>
    public bool KeepsAddresses { get; set; }

    public void Add(Block block)
    {
        EndParagraph();
        blocks.Add(block);
    }

    public void AddAll(IEnumerable<Block> more)
    {
        EndParagraph();
        blocks.AddRange(more);
    }

    /// <summary>Adds a block found inside a text after that text, so that no sentence is split.</summary>
    public void AddBesideWords(Block block)
    {
        if (Words.IsEmpty)
        {
            blocks.Add(block);
        }
        else
        {
            beside.Add(block);
        }
    }

    public void HardBreak(InlineStyle style)
    {
        Words.Break(style);
        broken = true;
    }

    /// <summary>A line end in typed text is a line break, unless there is a break tag already.</summary>
    public void SoftBreak(InlineStyle style)
    {
        Words.SoftBreak(style, ignore: broken);
        broken = false;
    }

    public void EndParagraph()
    {
        broken = false;
        var text = Words.Take();
        if (!text.IsEmpty)
        {
            blocks.Add(BareAddress(text) is { } address ? new Embed(address, null) : new Paragraph(text));
        }

        blocks.AddRange(beside);
        beside.Clear();
    }

    public IReadOnlyList<Block> Finish()
    {
        EndParagraph();
        return blocks;
    }

    // WordPress and others embed an address that is alone in a paragraph, without a link.
    private string? BareAddress(RichText text)
    {
        if (KeepsAddresses || text.Runs is not [{ Link: null, Emphasis: Emphasis.None } run] || run.Text.Length > 2048 || run.Text.Any(char.IsWhiteSpace)
            || !(run.Text.StartsWith("https://", StringComparison.OrdinalIgnoreCase) || run.Text.StartsWith("http://", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        var address = Addresses.Web(run.Text, null);
        if (address is null)
        {
            warnings.Add($"An address is kept as words, for it cannot be read: {ImportWarnings.Short(run.Text)}");
        }

        return address;
    }
}
