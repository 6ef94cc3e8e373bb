using Storyprint.Formats.Html;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.MarkdownFolders;

public sealed class MarkdownFieldsTests
{
    private static readonly MarkdownFileName Name = MarkdownFileName.Parse("sea/2021-05-03-ferry.md", _ => false);

    [Fact]
    public void A_title_for_search_engines_comes_after_the_heading_that_readers_saw()
    {
        List<Block> body = [new Heading(2, RichText.From("Ferry late")), new Paragraph(RichText.From("Words."))];
        Assert.Equal("Ferry late", MarkdownFields.HeadlineOf(Read(("seoTitle", "Found by machines")), body, new ImportWarnings()));
        Assert.Single(body);
        Assert.Equal("Found by machines", MarkdownFields.HeadlineOf(Read(("seoTitle", "Found by machines")), body, new ImportWarnings()));
    }

    [Fact]
    public void The_first_category_is_the_section_and_the_others_are_topics()
    {
        var (section, topics) = MarkdownFields.Terms(Read(("categories", new List<object> { "City", "Boats" }), ("tags", "ferry quay")), Name);
        Assert.Equal(("city", "City"), (section!.Slug, section.Name));
        Assert.Equal(["Boats", "ferry", "quay"], topics);
        Assert.Equal("world-news", MarkdownFields.Terms(Read(("section", "World news")), Name).Section?.Slug);
    }

    [Fact]
    public void Only_a_whole_address_is_a_link_and_a_pattern_is_none()
    {
        Assert.Equal("old.example/ferry", MarkdownFields.LinkOf(Read(("url", "https://old.example/ferry"))));
        Assert.Null(MarkdownFields.LinkOf(Read(("url", "/ferry"))));
        Assert.Equal(["/ferry", "/boat"], MarkdownFields.LegacyUrls(Read(("url", "/ferry"), ("aliases", new List<object> { "boat", "/:year/:title/" })), Name));
    }

    [Fact]
    public void What_is_no_code_is_told()
    {
        var warnings = new ImportWarnings();
        Assert.Null(MarkdownFields.Code(Read(("code", "boat")), warnings));
        Assert.Single(warnings.Sentences);
        Assert.Null(MarkdownFields.Code(Read(), warnings));
        Assert.Single(warnings.Sentences);
    }

    [Theory]
    [InlineData("layout", "post", true, false)]
    [InlineData("sponsor", "Somebody", false, false)]
    [InlineData("weight", "0", false, true)]
    [InlineData("weight", "3", false, false)]
    [InlineData("sticky", "no", false, true)]
    public void SiteFields_say_nothing_of_a_story(string name, string value, bool isSteering, bool saysNothing) =>
        Assert.Equal((isSteering, saysNothing), (SiteFields.IsSteering(name), SiteFields.SaysNothing(name, value)));

    [Fact]
    public void MarkdownBody_finds_the_pictures_of_its_archive()
    {
        using var folder = new TrialFolder();
        folder.Write("sea/ferry.png", "x");
        var body = new MarkdownBody(folder.Root, Trial.Options);
        Assert.Equal("file:sea/ferry.png", body.FindPicture("ferry.png", "sea/ferry.md"));
        Assert.Equal("boat.png", body.FindPicture("boat.png", "sea/ferry.md"));
    }

    private static Fields Read(params (string Name, object Value)[] fields) => new(fields.ToDictionary(field => field.Name, field => field.Value));
}
