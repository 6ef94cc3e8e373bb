using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Stories;

public sealed class PublicationRedirectTests
{
    private static readonly PublicationRedirect[] Rules =
    [
        new() { From = "/about.html", To = "/en/about" }, new() { From = "/blog/*", To = "/en/archive" }, new() { From = "/blog/2019/*", To = "/en/archive/2019/*" },
        new() { From = "/shop", To = "https://shop.example/" }, new() { From = "/away/*", To = "https://away.example/*" },
    ];

    [Theory]
    [InlineData("/about.html", "/en/about")]
    [InlineData("/About.html/", "/en/about")]
    [InlineData("/about.html/x", null)]
    [InlineData("/blog/a/b", "/en/archive")]
    [InlineData("/blog/2019/03/05", "/en/archive/2019/03/05")]
    [InlineData("/blog", null)]
    [InlineData("/shop/", "https://shop.example/")]
    [InlineData("/away/خبر?", "https://away.example/%D8%AE%D8%A8%D8%B1%3F")]
    [InlineData("/away//evil.example", "https://away.example/evil.example")]
    public void An_exact_rule_goes_before_a_prefix_and_the_longest_prefix_before_others(string path, string? target) => Assert.Equal(target, PublicationRedirect.Find(Rules, path));

    [Theory]
    [InlineData("/a", "/b", "/b", "/a", "circle")]
    [InlineData("/a", "/a", "/c", "/d", "circle")]
    [InlineData("/a/*", "/a/b/*", "/c", "/d", "circle")]
    [InlineData("/a/*", "/b/*", "/b/*", "/a/*", "circle")]
    [InlineData("/a", "/b", "/A/", "/c", "twice")]
    [InlineData("a", "/b", "/c", "/d", "must be a path")]
    [InlineData("/*", "/b", "/c", "/d", "must be a path")]
    [InlineData("/a*b", "/b", "/c", "/d", "must be a path")]
    [InlineData("/a", "//evil.example", "/c", "/d", "an address with https")]
    [InlineData("/a", "javascript:alert(1)", "/c", "/d", "an address with https")]
    public void Circles_and_what_is_no_address_are_refused(string from, string to, string second, string target, string problem) =>
        Assert.Contains(problem, PublicationRedirect.Problem([new() { From = from, To = to }, new() { From = second, To = target }])!.Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_chain_without_end_is_refused_and_one_with_an_end_is_not()
    {
        Assert.Null(PublicationRedirect.Problem(Rules));
        Assert.Null(PublicationRedirect.Problem([new() { From = "/a", To = "/b" }, new() { From = "/b", To = "/c?x=1#y" }]));
    }

    [Theory]
    [InlineData("/", true)]
    [InlineData("/en", true)]
    [InlineData("/fa/about", true)]
    [InlineData("/de/about", false)]
    [InlineData("/en/about/old", false)]
    [InlineData("/robots.txt", true)]
    [InlineData("/news/12", false)]
    public void Pages_at_fixed_addresses_are_known(string path, bool isOurs) => Assert.Equal(isOurs, OwnPages.Has(TestPublication.Settings, path));
}
