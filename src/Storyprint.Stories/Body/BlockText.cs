using Storyprint.Stories.Links;

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
            FactBox box => [box.Title, .. Plain(block)],
            Gallery gallery => [.. Plain(block), .. gallery.Pictures.Select(picture => picture.Credit)],
            MediaFile media => [media.Title, .. Plain(block), media.Credit],
            DocumentFile document => [document.Title],
            RelatedStories or CorrectionOf => block.StoryLinks.Select(story => story.Words),
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
            FactBox box => box.Lines.Select(line => line.Text),
            Gallery gallery => gallery.Pictures.Select(picture => picture.Caption).Prepend(gallery.Caption),
            MediaFile media => [media.Caption, media.Transcript],
            QuestionAndAnswer pair => pair.Answer.Prepend(pair.Question),
            _ => [],
        };

        /// <summary>The pictures of the block, those of a gallery one by one.</summary>
        public IEnumerable<Picture> Pictures => block switch
        {
            Picture picture => [picture],
            Gallery gallery => gallery.Pictures,
            _ => [],
        };

        /// <summary>The document, sound or film of the block, where it is kept here.</summary>
        public StoredFile? File => block switch
        {
            MediaFile media => media.File,
            DocumentFile document => document.File,
            _ => null,
        };

        /// <summary>The stories that the block leads to by their codes, with what the links say.</summary>
        public IEnumerable<RelatedStory> StoryLinks => block switch
        {
            RelatedStories related => related.Stories,
            CorrectionOf correction => [new RelatedStory(correction.Code, correction.Words)],
            _ => [],
        };

        /// <summary>The hashes of every file that the block shows or gives, links in its words among them.</summary>
        public IEnumerable<string> MediaHashes => block.Pictures.Select(picture => picture.Hash)
            .Append(block.File?.Hash)
            .Append((block as MediaFile)?.Poster?.Hash)
            .Append(MediaLink.HashOf((block as Embed)?.Address))
            .Concat(block.RichTexts.SelectMany(text => text.Runs).Select(run => MediaLink.HashOf(run.Link?.Address)))
            .OfType<string>();
    }

    private static IEnumerable<string> Plain(Block block) => block.RichTexts.Select(text => text.Plain);
}
