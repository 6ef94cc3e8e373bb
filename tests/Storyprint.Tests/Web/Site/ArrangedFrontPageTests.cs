using System.Net;
using System.Text.RegularExpressions;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Settings;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Site;

/// <summary>The front page as an editor arranged it, asked for as a reader does.</summary>
public partial class ArrangedFrontPageTests : IAsyncLifetime
{
    public sealed class OnPostgres : ArrangedFrontPageTests, IOnPostgres;

    private readonly TestPublication publication = new();
    private StoryCode first;
    private StoryCode second;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await publication.InitializeAsync();
        var codes = await publication.StoreAsync(
            TestPublication.Story("bridge", "The bridge is closed", "For a day.", DateTimeOffset.UtcNow.AddDays(-40)),
            TestPublication.Story("storm", "A storm is coming", "From the west.", DateTimeOffset.UtcNow.AddDays(-50)));
        (first, second) = (codes[0], codes[1]);
    }

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task A_pinned_story_leads_at_once_and_its_history_brings_the_page_back()
    {
        var plain = await FrontAsync();
        Assert.DoesNotContain("The bridge is closed", Lead(plain), StringComparison.Ordinal);
        await ArrangeAsync($$"""{"pins":[{"place":"Lead","story":"{{first}}"}]}""");
        Assert.Contains("The bridge is closed", Lead(await FrontAsync()), StringComparison.Ordinal);
        var versions = await publication.Installation.Stores.Settings.HistoryAsync(SettingKey.Of("en", "frontPage"), 10, Cancellation);
        Assert.IsType<SettingsOutcome.Done>(await new ChangeSettings(publication.Installation.Stores.Settings).RevertAsync(TestActor.Editor, versions[^1].Id, Cancellation));
        Assert.Equal(plain, await FrontAsync());
    }

    [Fact]
    public async Task An_unfinished_arrangement_is_shown_to_nobody()
    {
        var plain = await FrontAsync();
        await ArrangeAsync($$"""{"pins":[{"place":"Lead","story":"{{first}}"}]}""", SettingKey.FrontDraft);
        Assert.Equal(plain, await FrontAsync());
    }

    [Fact]
    public async Task A_withdrawn_story_leaves_its_place_to_the_rule()
    {
        await ArrangeAsync($$"""{"pins":[{"place":"Lead","story":"{{first}}"}]}""");
        Assert.Contains("The bridge is closed", Lead(await FrontAsync()), StringComparison.Ordinal);
        var installation = publication.Installation;
        var store = new ReleaseStore(installation.Database, installation.Log, TimeProvider.System);
        Assert.IsType<ReleaseOutcome.Done>(await new WithdrawStory(store, installation.Media, installation.Database).RunAsync(TestActor.Editor, first, WithdrawalReason.CourtOrder, RevisionNumber.First, Cancellation));
        Assert.DoesNotContain("The bridge is closed", await FrontAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_pin_that_ends_is_taken_off_at_its_time_by_a_page_that_was_cached_before()
    {
        // A busy machine may be slower than a short pin lasts.
        var end = DateTimeOffset.UtcNow;
        for (var seconds = 2; ; seconds *= 3)
        {
            end = DateTimeOffset.UtcNow.AddSeconds(seconds);
            await ArrangeAsync($$"""{"pins":[{"place":"Lead","story":"{{first}}","until":"{{end:O}}"}]}""");
            var (page, kept) = (await FrontAsync(), publication.PageCache.Peek("/"));
            if (DateTimeOffset.UtcNow < end)
            {
                Assert.Contains("The bridge is closed", Lead(page), StringComparison.Ordinal);
                Assert.InRange(kept!.ExpiresAt, 0, end.UtcTicks);
                break;
            }
        }

        await Polling.UntilAsync(async () => !Lead(await FrontAsync()).Contains("The bridge is closed", StringComparison.Ordinal));
        Assert.True(DateTimeOffset.UtcNow >= end);
    }

    [Fact]
    public async Task The_blocks_of_sections_stand_in_the_order_of_the_arrangement()
    {
        await publication.StoreAsync([.. Enumerable.Range(0, 30).Select(number =>
        {
            var story = TestPublication.Story($"s{number}", $"Number {number}", "Text.", DateTimeOffset.UtcNow.AddDays(-60 - number));
            return number % 2 == 0 ? story : story with { Section = new("sea", "Harbour & Sea"), Content = story.Content with { Section = "sea" } };
        })]);
        Assert.Equal(["city", "sea"], Blocks(await FrontAsync()));
        await ArrangeAsync($$"""{"pins":[{"place":"Section","section":"sea","position":0,"story":"{{second}}"}],"sections":["sea"]}""");
        var html = await FrontAsync();
        Assert.Equal(["sea", "city"], Blocks(html));
        Assert.Contains("A storm is coming", html, StringComparison.Ordinal);
    }

    private async Task<string> FrontAsync()
    {
        using var response = await publication.Client.GetAsync("/", Cancellation);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        return await response.Content.ReadAsStringAsync(Cancellation);
    }

    private async Task ArrangeAsync(string arrangement, string name = "frontPage") => Assert.IsType<SettingsOutcome.Done>(
        await new ChangeSettings(publication.Installation.Stores.Settings).RunAsync(TestActor.Editor, [new SettingChange(SettingKey.Of("en", name), arrangement)], Cancellation));

    private static string Lead(string html) => LeadCard().Match(html).Value;

    private static IEnumerable<string> Blocks(string html) => BlockOf().Matches(html).Select(match => match.Groups[1].Value);

    [GeneratedRegex("""<article class="card lead.*?</article>""", RegexOptions.Singleline)]
    private static partial Regex LeadCard();

    [GeneratedRegex("""<h2 class="label"><a href="/en/section/([a-z]+)">""")]
    private static partial Regex BlockOf();
}
