namespace Storyprint.Stories.Body;

/// <summary>The words of blocks, for search, counts and summaries.</summary>
public static class BlockText
{
    extension(Block block)
    {
        /// <summary>The texts of the block in reading order, without attributions of pictures.</summary>
        public IEnumerable<string> Texts => block.RichTexts.Select(text => text.Plain).Concat(block switch
        {
            Quotation quotation => [quotation.Speaker ?? string.Empty],
            PullQuote pull => [pull.Speaker ?? string.Empty],
            Picture picture => [picture.Credit],
            _ => [],
        });

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
}
