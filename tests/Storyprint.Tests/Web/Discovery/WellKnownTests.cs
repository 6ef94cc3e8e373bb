using System.Net;
using Storyprint.Tests.Engines;
using Storyprint.Web.Discovery.WellKnown;

namespace Storyprint.Tests.Web.Discovery;

public class WellKnownTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : WellKnownTests(publication), IOnPostgres;

    private static readonly DateTimeOffset Now = new(2026, 2, 27, 23, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Robots_may_read_everything_but_searches()
    {
        var lines = RobotsText.Create(TestPublication.Settings).ReplaceLineEndings("\n").Split('\n');
        Assert.Equal(["User-agent: *", "Allow: /", "Disallow: /*/search", ""], lines[..4]);
        Assert.Contains("Sitemap: https://ledger.example/sitemap.xml", lines);
    }

    [Fact]
    public void Security_text_has_its_required_fields_and_expires_within_a_year()
    {
        var lines = SecurityText.Create(TestPublication.Settings, Now)!.ReplaceLineEndings("\n").Split('\n');
        Assert.Contains("Contact: mailto:editor@ledger.example", lines);
        Assert.Contains("Expires: 2027-02-01T00:00:00Z", lines);
        Assert.Contains("Canonical: https://ledger.example/.well-known/security.txt", lines);
        Assert.Contains("Preferred-Languages: en, fa", lines);
    }

    [Theory]
    [InlineData("https://ledger.example/contact", "Contact: https://ledger.example/contact")]
    [InlineData("mailto:a@ledger.example", "Contact: mailto:a@ledger.example")]
    [InlineData("http://ledger.example/contact", null)]
    [InlineData("javascript:alert(1)", null)]
    [InlineData("14 Quay Row", null)]
    [InlineData("", null)]
    public void A_contact_is_named_only_where_it_can_be_written_to(string contact, string? expected)
    {
        var text = SecurityText.Create(TestPublication.Settings with { Contact = contact }, Now);
        Assert.Equal(expected, text?.ReplaceLineEndings("\n").Split('\n')[0]);
    }

    [Fact]
    public void Trust_text_is_the_publications_own_lines_one_each()
    {
        Assert.Equal("member=https://a.example\ncontrol=x y\n", TrustText.Create(TestPublication.Settings with { TrustTxt = ["member=https://a.example", " ", "control=x\ny"] }));
        Assert.Null(TrustText.Create(TestPublication.Settings with { TrustTxt = [] }));
    }

    [Theory]
    [InlineData("/robots.txt")]
    [InlineData("/.well-known/security.txt")]
    [InlineData("/trust.txt")]
    [InlineData("/.well-known/trust.txt")]
    public async Task The_files_are_plain_text(string path)
    {
        using var answer = await publication.Client.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal((HttpStatusCode.OK, "text/plain; charset=utf-8"), (answer.StatusCode, answer.Content.Headers.ContentType?.ToString()));
    }

    [Fact]
    public async Task Old_places_lead_to_the_new_ones()
    {
        using var security = await publication.Client.GetAsync("/security.txt", TestContext.Current.CancellationToken);
        Assert.Equal("/.well-known/security.txt", security.Headers.Location?.ToString());
        using var icon = await publication.Client.GetAsync("/favicon.ico", TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MovedPermanently, icon.StatusCode);
        using var found = await publication.Client.GetAsync(icon.Headers.Location, TestContext.Current.CancellationToken);
        Assert.Equal("image/svg+xml", found.Content.Headers.ContentType?.MediaType);
    }
}
