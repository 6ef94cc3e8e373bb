using System.Net;
using Storyprint.Provenance.Seals;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Provenance.Verification;

namespace Storyprint.Tests.Web.Log;

public class LogRoutesTests(TestPublication publication, GoTools go) : IClassFixture<TestPublication>, IClassFixture<GoTools>
{
    public sealed class OnPostgres(TestPublication publication, GoTools go) : LogRoutesTests(publication, go), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/log/checkpoint", "text/plain; charset=utf-8", "max-age=5")]
    [InlineData("/log/tile/0/000.p/2", "application/octet-stream", "immutable")]
    [InlineData("/log/tile/entries/000.p/2", "application/octet-stream", "immutable")]
    [InlineData("/.well-known/storyprint/keys", "application/json; charset=utf-8", "max-age=5")]
    [InlineData("/.well-known/storyprint/interface", "application/json; charset=utf-8", "max-age=5")]
    [InlineData("/.well-known/storyprint/policy", "text/plain; charset=utf-8", "max-age=5")]
    public async Task The_log_is_served_with_its_types_and_how_long_it_may_be_kept(string path, string type, string caching)
    {
        using var answer = await publication.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(type, answer.Content.Headers.ContentType!.ToString());
        Assert.Contains(caching, answer.Headers.CacheControl!.ToString(), StringComparison.Ordinal);
        Assert.Equal("*", answer.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Theory]
    [InlineData("/log/tile/0/000")]
    [InlineData("/log/tile/1/000.p/1")]
    [InlineData("/log/tile/0/0")]
    [InlineData("/log/tile/0/../checkpoint")]
    [InlineData("/log/tile/entries/x001/000")]
    [InlineData("/log/proof/1.1")]
    [InlineData("/log/proof/nonsense")]
    [InlineData("/api/v1/revisions/1.1")]
    public async Task What_the_log_does_not_have_is_not_there_and_nobody_keeps_that(string path)
    {
        using var answer = await publication.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl!.NoStore);
    }

    [Fact]
    public async Task The_independent_checker_agrees_with_the_served_log()
    {
        Assert.SkipWhen(go.Missing is not null, go.Missing ?? string.Empty);
        Assert.True(KeyList.TryParse(await publication.Client.GetByteArrayAsync("/.well-known/storyprint/keys", Cancellation), out var keys, out var reason), reason);
        using var check = go.Start("tlogverify", "-vkey", keys.Keys[0].Key.ToString(), "-url", $"{publication.Client.BaseAddress}log");
        var said = await check.StandardOutput.ReadToEndAsync(Cancellation) + await check.StandardError.ReadToEndAsync(Cancellation);
        await check.WaitForExitAsync(Cancellation);
        Assert.True(check.ExitCode == 0, said);
    }

    [Fact]
    public async Task The_page_for_people_names_the_key_and_three_commands()
    {
        foreach (var edition in (string[])["en", "fa"])
        {
            var page = await publication.Client.GetStringAsync($"/{edition}/how-to-check", Cancellation);
            Assert.Contains("ledger.example/seal", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
            Assert.Equal(3, page.Split("<pre").Length - 1);
        }
    }
}
