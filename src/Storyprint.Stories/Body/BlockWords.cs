namespace Storyprint.Stories.Body;

/// <summary>What the blocks of a body say in words, for search, counts and summaries.</summary>
public static class BlockWords
{
    extension(Block block)
    {
        /// <summary>The texts of the block in reading order, without attributions of pictures.</summary>
        public IEnumerable<string> Texts => block switch
        {
            Paragraph paragraph => [paragraph.Text.Plain],
            Heading heading => [heading.Text.Plain],
            Quotation quotation => [.. quotation.Paragraphs.Select(text => text.Plain), quotation.Speaker ?? string.Empty],
            PullQuote pull => [pull.Text.Plain, pull.Speaker ?? string.Empty],
            BulletList list => list.Items.Select(item => item.Text.Plain),
            Table table => table.Header.Concat(table.Rows.SelectMany(row => row)).Select(cell => cell.Plain),
            Picture picture => [picture.Caption.Plain, picture.Credit],
            _ => [],
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
}
