namespace Storyprint.Stories.Body;

/// <summary>The words of blocks, for search, counts and summaries.</summary>
public static class BlockText
{
    extension(Block block)
    {
        /// <summary>The texts of the block in reading order, without attributions of pictures.</summary>
        public IEnumerable<string> Texts => block switch
        {
            Quotation quotation => [.. Plain(block), quotation.Speaker ?? string.Empty],
            PullQuote pull => [.. Plain(block), pull.Speaker ?? string.Empty],
            Table table => [table.Caption ?? string.Empty, .. Plain(block)],
            Picture picture => [.. Plain(block), picture.Credit],
            Embed embed => [embed.Title ?? string.Empty],
            _ => Plain(block),
        };

        /// <summary>The texts of the block that may hold emphasis and links, in reading order.</summary>
        public IEnumerable<RichText> RichTexts => block switch
        {
            Paragraph paragraph => [paragraph.Text],
            Heading heading => [heading.Text],
            Quotation quotation => quotation.Paragraphs,
            PullQuote pull => [pull.Text],
            BulletList list => list.Items.Select(item => item.Text),
            Table table => table.Header.Concat(table.Rows.SelectMany(row => row)),
            Picture picture => [picture.Caption],
            _ => [],
        };
    }

    private static IEnumerable<string> Plain(Block block) => block.RichTexts.Select(text => text.Plain);
}
