using System.Net;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Web.Looks;

namespace Storyprint.Tests.Web.Looks;

/// <summary>The publication's own logo, icon, portraits and colours as readers meet them.</summary>
public sealed class LooksTests : IAsyncLifetime
{
    private static readonly string Logo = new InlinePicture("image/png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1 }).ToString();

    private static readonly Publication Chosen = TestPublication.Settings with
    {
        Looks = new PublicationLooks { Accent = "#12507B", AccentInDark = "#9cc9f0", Logo = Logo, Icon = Logo },
        Editions = [TestPublication.Settings.Editions[0] with { Menu = [new MenuLink("Weather", "/en/topic/weather")], FootLinks = [new MenuLink("Terms & more", "https://ledger.example/terms")] }],
    };

    private readonly TestPublication publication = new() { Chosen = Chosen };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task Every_page_bears_the_logo_with_the_name_the_icon_and_the_colours()
    {
        var html = await publication.Client.GetStringAsync("/en/about", Cancellation);
        var picture = LooksAddresses.Picture(Logo);
        Assert.Contains($"""<img class="logo" src="{picture}" alt="The Test Ledger">""", html, StringComparison.Ordinal);
        Assert.Contains($"""<link rel="icon" href="{picture}">""", html, StringComparison.Ordinal);
        Assert.Contains("""<link rel="stylesheet" href="/looks/12507b-9cc9f0.css">""", html, StringComparison.Ordinal);
        Assert.Contains("""<a href="/en/topic/weather">Weather</a>""", html, StringComparison.Ordinal);
        Assert.Contains("""<a href="https://ledger.example/terms">Terms &amp; more</a>""", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_addresses_name_is_there_and_may_be_cached_for_ever()
    {
        foreach (var address in LooksAddresses.All(Chosen))
        {
            using var response = await publication.Client.GetAsync(address, Cancellation);
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            Assert.Contains("immutable", response.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
            Assert.Equal(address.EndsWith(".css", StringComparison.Ordinal) ? "text/css" : "image/png", response.Content.Headers.ContentType!.MediaType);
        }

        Assert.Contains("--accent: #12507b", await publication.Client.GetStringAsync("/looks/12507b-9cc9f0.css", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/looks/zzzzzz-9cc9f0.css")]
    [InlineData("/looks/none.png")]
    [InlineData("/looks/12507b-9cc9f0.css/x")]
    public async Task Nothing_else_is_there(string address) => Assert.Equal(HttpStatusCode.NotFound, (await publication.Client.GetAsync(address, Cancellation)).StatusCode);

    [Fact]
    public void Without_settings_there_are_no_such_addresses() => Assert.Empty(LooksAddresses.All(TestPublication.Settings));
}
