using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Stories.Archives;

/// <summary>
/// The form in which importers read galleries, players and files: pictures, addresses and links. An item is recognised by the digest of this form, so that one
/// that came in before there were blocks for them is unchanged when it is read again.
/// </summary>
public static class ArchiveForm
{
    /// <summary>Content in the form in which importers read it. What the newsroom added to a block keeps it as it is: that is no item of an archive any more.</summary>
    public static StoryContent Of(StoryContent content) =>
        content.Body.Any(IsLater) ? content with { Body = [.. content.Body.SelectMany(Of)] } : content;

    /// <summary>Whether content has blocks that importers make of this form.</summary>
    public static bool HasLaterBlocks(StoryContent content) => content.Body.Any(IsLater);

    /// <summary>The galleries that stood in the archive, of the pictures that remember them.</summary>
    public static StoryContent Gathered(StoryContent content)
    {
        if (!content.Body.Any(block => block is Picture { Gallery: not GalleryPlace.None }))
        {
            return content;
        }

        var body = new List<Block>(content.Body.Count);
        for (var index = 0; index < content.Body.Count; index++)
        {
            if (content.Body[index] is not Picture { Gallery: not GalleryPlace.None } first)
            {
                body.Add(content.Body[index]);
                continue;
            }

            var pictures = new List<Picture> { first };
            while (index + 1 < content.Body.Count && content.Body[index + 1] is Picture { Gallery: not GalleryPlace.None } next && !next.Gallery.HasFlag(GalleryPlace.First))
            {
                pictures.Add(next);
                index++;
            }

            var caption = pictures[^1].Gallery.HasFlag(GalleryPlace.BeforeCaption) && index + 1 < content.Body.Count && content.Body[index + 1] is Paragraph paragraph ? paragraph.Text : null;
            index += caption is null ? 0 : 1;
            body.AddRange(pictures.Count > 1
                ? [new Gallery([.. pictures.Select(picture => picture with { Gallery = GalleryPlace.None })], caption ?? RichText.Empty)]
                : caption is null ? [first] : [first, new Paragraph(caption)]);
        }

        return content with { Body = body };
    }

    private static bool IsLater(Block block) => block is Gallery or MediaFile { File: not null, Address: not null } or DocumentFile { File: not null, Address: not null };

    private static IEnumerable<Block> Of(Block block) => block switch
    {
        Gallery gallery => gallery.Caption.IsEmpty ? gallery.Pictures : [.. gallery.Pictures, new Paragraph(gallery.Caption)],
        MediaFile { File: not null, Address: { } address, Credit: "", Seconds: null, Poster: null, Made: null } media when media.Caption.IsEmpty && media.Transcript.IsEmpty =>
            [new Embed(address, media.Title.Length > 0 ? media.Title : null)],
        DocumentFile { File: { } file, Address: { } address } document when LinkTarget.TryParse(address, out var was) && LinkTarget.TryParse(file.Path, out var link) =>
            [new Paragraph(new RichText([new TextRun(document.Title, Link: link, Was: ArchiveLink.HashOf(was))]))],
        _ => [block],
    };
}
