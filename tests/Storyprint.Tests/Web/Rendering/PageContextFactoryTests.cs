using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Tests.Engines;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.Web.Rendering;

public class PageContextFactoryTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : PageContextFactoryTests(publication), IOnPostgres;

    [Fact]
    public async Task A_new_section_is_in_the_navigation_seconds_after_its_first_story()
    {
        var clock = new Clock();
        var contexts = new PageContextFactory(new CurrentPublication(TestPublication.Settings), new TermStore(publication.Installation.Database), new PageAssets(), clock, textsFolder: null);
        Assert.DoesNotContain("chess", await SlugsAsync());
        var story = TestPublication.Story("chess", "Move 91", "It was dark.", DateTimeOffset.UtcNow);
        await publication.StoreAsync(story with { Section = new SectionName("chess", "Chess"), Content = story.Content with { Section = "chess" } });
        Assert.DoesNotContain("chess", await SlugsAsync());
        clock.Seconds = 5;
        Assert.Contains("chess", await SlugsAsync());

        async Task<IEnumerable<string>> SlugsAsync() =>
            (await contexts.CreateAsync(TestPublication.Settings.MainEdition, TestContext.Current.CancellationToken)).Sections.Select(section => section.Slug);
    }

    private sealed class Clock : TimeProvider
    {
        public long Seconds { get; set; }

        public override long TimestampFrequency => 1;

        public override long GetTimestamp() => Seconds;
    }
}
