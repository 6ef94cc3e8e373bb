using Storyprint.Print.Sheets;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Print.Sheets;

public sealed class NumberedLinksTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("https://a.example/ https://b.example/", "https://a.example/ https://b.example/")]
    [InlineData("https://a.example/ https://b.example/ https://a.example/", "https://a.example/ https://b.example/")]
    [InlineData("/news/1", "https://ledger.example/news/1")]
    [InlineData("/news/1 https://ledger.example/news/1", "https://ledger.example/news/1")]
    [InlineData("mailto:desk@a.example tel:123", "mailto:desk@a.example tel:123")]
    [InlineData("//cdn.example/x", "https://cdn.example/x")]
    [InlineData("https://a.example/%D9%BE%D9%84 https://a.example/橋", "https://a.example/%D9%BE%D9%84 https://a.example/%E6%A9%8B")]
    public void Each_address_has_one_number_in_reading_order(string links, string addresses) =>
        Assert.Equal(addresses, string.Join(' ', Links(links).Addresses));

    [Theory]
    [InlineData("https://a.example/", 1)]
    [InlineData("https://ledger.example/news/1", 2)]
    [InlineData("/news/1", 2)]
    [InlineData("https://other.example/", null)]
    public void A_link_is_found_by_the_address_it_leads_to(string link, int? number) =>
        Assert.Equal(number, Links("https://a.example/ /news/1").NumberOf(Target(link)));

    [Fact]
    public void Links_are_numbered_in_every_kind_of_block()
    {
        var content = Content(
            new Heading(2, Text("https://1.example/")),
            new BulletList(false, [new ListItem(0, Text("https://2.example/"))]),
            new Table([Text("https://3.example/")], [[Text("https://4.example/")]], null),
            new Picture { Address = "a.jpg", Caption = Text("https://5.example/") });
        Assert.Equal(Enumerable.Range(1, 5).Select(number => $"https://{number}.example/"), new NumberedLinks(content, Address()).Addresses);
    }

    private static NumberedLinks Links(string links) =>
        new(Content([.. links.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(link => new Paragraph(Text(link)))]), Address());

    private static StoryContent Content(params Block[] body) => new() { Language = "en", Headline = "A headline", Body = body };

    private static RichText Text(string link) => new([new TextRun("words", Link: Target(link))]);

    private static LinkTarget Target(string link) => LinkTarget.TryParse(link, out var target) ? target : throw new FormatException(link);

    private static PublicAddress Address() => PublicAddress.TryParse("https://ledger.example", out var address) ? address : throw new FormatException();
}
