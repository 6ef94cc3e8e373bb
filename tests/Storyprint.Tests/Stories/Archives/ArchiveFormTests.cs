using CsCheck;
using Storyprint.Stories;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using Storyprint.Tests.Stories.Drafts;

namespace Storyprint.Tests.Stories.Archives;

/// <summary>What importers make of galleries, players and files, and back: the same item has the same digest before and after there were blocks for them.</summary>
public sealed class ArchiveFormTests
{
    private static readonly StoredFile Plan = new(new string('c', 64), "plan.pdf", "application/pdf", 9);

    [Fact]
    public void Pictures_of_a_gallery_become_one_and_are_the_same_pictures_again()
    {
        Block[] read =
        [
            new Paragraph(RichText.From("Before.")), Of("a", GalleryPlace.Inside | GalleryPlace.First), Of("b", GalleryPlace.Inside | GalleryPlace.BeforeCaption), new Paragraph(RichText.From("Both of them.")),
            Of("c", GalleryPlace.Inside | GalleryPlace.First), Of("d", GalleryPlace.Inside), Of("e", GalleryPlace.None), Of("f", GalleryPlace.Inside | GalleryPlace.First),
        ];
        var story = Story(read);
        var gathered = ArchiveForm.Gathered(story);
        Assert.Equal(["Paragraph", "Gallery", "Gallery", "Picture", "Picture"], gathered.Body.Select(block => block.GetType().Name));
        Assert.Equal("Both of them.", ((Gallery)gathered.Body[1]).Caption.Plain);
        Assert.True(ArchiveForm.HasLaterBlocks(gathered));
        Assert.Equal(StoryJson.Write(story), StoryJson.Write(ArchiveForm.Of(Stored(gathered))));
    }

    [Fact]
    public void A_player_is_the_address_that_was_read_until_the_newsroom_writes_to_it()
    {
        var media = new MediaFile { File = Plan with { Name = "a.mp3", MediaType = "audio/mpeg" }, Address = "https://old.example/a.mp3", Title = "Bells" };
        var embed = Story(new Embed("https://old.example/a.mp3", "Bells"));
        Assert.Equal(StoryJson.Write(embed), StoryJson.Write(ArchiveForm.Of(Stored(Story(media)))));
        Assert.Equal(StoryJson.Write(Story(new Embed("https://old.example/a.mp3", null))), StoryJson.Write(ArchiveForm.Of(Stored(Story(media with { Title = "" })))));
        foreach (var own in (MediaFile[])[media with { Transcript = RichText.From("Twelve strokes.") }, media with { Seconds = 4 }, media with { Address = null }])
        {
            Assert.IsType<MediaFile>(Assert.Single(ArchiveForm.Of(Stored(Story(own))).Body));
        }
    }

    [Fact]
    public void A_document_is_the_link_that_was_read()
    {
        Assert.True(LinkTarget.TryParse("/files/plan.pdf", out var was));
        Assert.True(LinkTarget.TryParse(Plan.Path, out var link));
        var read = Story(new Paragraph(new RichText([new TextRun("The plan", Link: link, Was: ArchiveLink.HashOf(was))])));
        Assert.Equal(StoryJson.Write(read), StoryJson.Write(ArchiveForm.Of(Stored(Story(new DocumentFile(Plan, "/files/plan.pdf", "The plan"))))));
    }

    [Fact]
    public void What_has_no_later_blocks_is_left_as_it_is() => GeneratedContent.Stories.Sample(content =>
        Assert.True(ArchiveForm.HasLaterBlocks(content) || StoryJson.Write(content) == StoryJson.Write(ArchiveForm.Gathered(ArchiveForm.Of(content)))), iter: 300);

    private static StoryContent Stored(StoryContent content) => StoryJson.Read(StoryJson.Write(content));

    private static Picture Of(string name, GalleryPlace place) => new() { Address = $"https://old.example/{name}.jpg", Gallery = place };

    private static StoryContent Story(params IReadOnlyList<Block> body) => new() { Language = "en", Headline = "H", Body = body };
}
