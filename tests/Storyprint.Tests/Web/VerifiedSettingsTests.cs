using Storyprint.Newsroom.Settings;
using Storyprint.Operations.Archive;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Verification;

namespace Storyprint.Tests.Web;

/// <summary>With renamed lists, a profile, menus, a logo and an arranged front page, a full check from outside finds nothing: on the site, and in an archive of it.</summary>
public sealed class VerifiedSettingsTests(StoriesInStates stories) : IClassFixture<StoriesInStates>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Nothing_is_found_after_everything_was_renamed()
    {
        var installation = stories.Publication.Installation;
        var before = installation.Publication;
        var logo = new InlinePicture("image/png", new byte[] { 0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1 }).ToString();
        var after = (before with { Looks = new PublicationLooks { Accent = "#12507b", AccentInDark = "#9cc9f0", Logo = logo, Icon = logo } })
            .WithSectionRenamed("city", "town", new Dictionary<string, string> { ["en"] = "Town" })
            .WithTopicsMerged("en", ["libraries", "harbour-street"], "buildings", "Buildings of the town")
            .With("en", edition => edition with
            {
                Bylines = [new BylineProfile("maud-ferrier", "Maud Ferrier") { Words = "She counts **boats**.", Contact = "maud@ledger.example", Languages = ["en", "fa"], Portrait = logo }],
                Menu = [new MenuLink("Weather & tides", "/en/topic/weather")],
                FootLinks = [new MenuLink("Terms", "https://ledger.example/terms")],
                FrontPage = new FrontArrangement { Pins = [new FrontPin { Place = FrontPlace.Lead, Story = stories.Publication.Library.Digits }] },
            });
        Assert.IsType<SettingsOutcome.Done>(await new ChangeSettings(installation.Stores.Settings).RunAsync(TestActor.Editor, installation.Current.Settings.Position, before, after, Cancellation));
        await AssertSoundAsync(new SiteOverHttp(stories.Publication.Client.BaseAddress!));

        var folder = Directory.CreateTempSubdirectory("storyprint-archive-").FullName;
        Assert.Empty(Assert.IsType<ArchiveOutcome.Done>(await new ArchivePublication(installation, installation.Publication).RunAsync(folder, new ArchiveTotals(), cancellation: Cancellation)).Problems);
        Assert.True(File.Exists(Path.Combine(folder, "en", "section", "city", "index.html")));
        Assert.True(File.Exists(Path.Combine(folder, "looks", "12507b-9cc9f0.css")));
        var site = PublishedSite.At(folder)!;
        await AssertSoundAsync(site);
        Directory.Delete(folder, recursive: true);
    }

    private static async Task AssertSoundAsync(IPublishedSite site)
    {
        var state = Path.Combine(Path.GetTempPath(), $"storyprint-state-{Guid.NewGuid():n}");
        var report = await SiteCheck.RunAsync(new SiteCheckRequest { Site = site, State = new StateFile(state), IsFull = true }, Cancellation);
        File.Delete(state);
        Assert.True(report.ExitCode == 0, string.Join('\n', report.Findings.All.Select(finding => $"{finding.Kind.Word} {finding.About}: {finding.Sentence}")));
        (site as IDisposable)?.Dispose();
    }
}
