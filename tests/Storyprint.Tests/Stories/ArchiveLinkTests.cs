using System.Text;
using Storyprint.Storage.Imports;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Stories;

public sealed class ArchiveLinkTests
{
    [Theory]
    [InlineData("/2021/a", true)]
    [InlineData("https://old.example/2021/a", true)]
    [InlineData("https://WWW.old.example/2021/a", true)]
    [InlineData("https://other.example/2021/a", false)]
    [InlineData("mailto:a@old.example", false)]
    [InlineData("/news/1125546", false)]
    public void ArchiveLink_marks_what_may_lead_into_the_archive(string address, bool isMarked)
    {
        var content = Content(address);
        var marked = ArchiveLink.Mark(content, "old.example");
        Assert.Equal(isMarked, Run(marked).Was is not null);
        Assert.Equal(Run(content).Link, Run(marked).Link);
        Assert.Equal(CanonicalText.Create(RevisionText.New(content)), CanonicalText.Create(RevisionText.New(marked)));
    }

    [Fact]
    public void StoredLinks_are_the_same_as_archived_before_and_after_they_are_led_to_a_story()
    {
        var json = StoryJson.Write(ArchiveLink.Mark(Content("/2021/a\u200Cb&c"), null));
        Assert.True(StoredLinks.IsIn(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(["/2021/a\u200Cb&c"], StoredLinks.In(json));
        var led = StoredLinks.Replace(json, _ => "/news/1125546");
        Assert.Equal("/news/1125546", Run(StoryJson.Read(led)).Link!.Value.Address);
        Assert.NotEqual(json, led);
        Assert.Equal(StoredLinks.AsArchived(json), StoredLinks.AsArchived(led));
        Assert.DoesNotContain("2021", StoredLinks.AsArchived(led), StringComparison.Ordinal);
    }

    [Fact]
    public void Words_that_look_like_a_mark_are_words()
    {
        var json = StoryJson.Write(Content(null, "\"link\":\"/a\",\"was\":\"0123456789abcdef\""));
        Assert.False(StoredLinks.IsIn(Encoding.UTF8.GetBytes(json)));
        Assert.Equal(json, StoredLinks.AsArchived(json));
    }

    [Theory]
    [InlineData("/media/{0}/file/a.pdf", true)]
    [InlineData("https://ledger.example/media/{0}/file/a.pdf", true)]
    [InlineData("/media/{0}/1600.jpg", true)]
    [InlineData("/media/{0}", false)]
    [InlineData("/x/media/{0}/file/a.pdf", false)]
    [InlineData(null, false)]
    public void MediaLink_finds_the_hash_of_a_file(string? address, bool isFile)
    {
        var hash = new string('a', 64);
        Assert.Equal(isFile ? hash : null, MediaLink.HashOf(address is null ? null : string.Format(null, address, hash)));
    }

    private static TextRun Run(StoryContent content) => ((Paragraph)content.Body[0]).Text.Runs[0];

    private static StoryContent Content(string? address, string words = "words") => new()
    {
        Language = "en",
        Headline = "A headline",
        Body = [new Paragraph(new RichText([new TextRun(words, Link: LinkTarget.TryParse(address, out var link) ? link : null)]))],
    };
}
