using System.Net;
using Storyprint.Newsroom.Settings;
using Storyprint.Operations.Doctor;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Site;

/// <summary>Sections, topics and authors under new names: old addresses lead on for ever, and the stories stay as they were sealed.</summary>
public class RenamedListsTests : IAsyncLifetime
{
    public sealed class OnPostgres : RenamedListsTests, IOnPostgres;

    private readonly TestPublication publication = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public ValueTask InitializeAsync() => publication.InitializeAsync();

    public ValueTask DisposeAsync() => publication.DisposeAsync();

    [Fact]
    public async Task A_renamed_section_has_its_stories_and_its_old_address_leads_to_it()
    {
        Assert.Contains("Evening ferry", await ReadAsync("/en/section/city"), StringComparison.Ordinal);
        await ChangeAsync(
            ("editions.en.sections", """[{"slug":"town","name":"Town","formerly":["city"]},{"slug":"sea","name":"Harbour & Sea"}]"""),
            ("editions.fa.sections", """[{"slug":"town","name":"شهر","formerly":["city"]}]"""));
        Assert.Equal("/en/section/town", await LeadsToAsync("/en/section/city"));
        Assert.Equal("/fa/section/town", await LeadsToAsync("/fa/section/city"));
        Assert.Equal("/en/section/town/2", await LeadsToAsync("/en/section/city/2"));
        var list = await ReadAsync("/en/section/town");
        Assert.Contains("<h1>Town</h1>", list, StringComparison.Ordinal);
        Assert.Contains("Evening ferry", list, StringComparison.Ordinal);
        var story = await ReadAsync($"/news/{publication.Ferry}/evening-ferry-late-full");
        Assert.Contains("""<a href="/en/section/town" aria-current="true">Town</a>""", story, StringComparison.Ordinal);
        Assert.DoesNotContain("/section/city", story, StringComparison.Ordinal);
        Assert.Contains($"/news/{publication.Ferry}/", await ReadAsync("/en/search?q=ferry&section=town"), StringComparison.Ordinal);
        Assert.Contains("Evening ferry", await ReadAsync("/en/section/town/feed.rss"), StringComparison.Ordinal);
        await AssertSoundAsync();
    }

    [Fact]
    public async Task Merged_topics_are_one_list_without_doubles_and_can_be_parted_again()
    {
        await publication.StoreAsync(WithTopics("a", "Boats in line", "Boats", "Harbour Street"), WithTopics("b", "A boat alone", "Boat"));
        await ChangeAsync(("editions.en.topics", """[{"slug":"boats","name":"Boats and ships","formerly":["boat","harbour-street"]}]"""));
        var list = await ReadAsync("/en/topic/boats");
        Assert.Contains("<h1>Boats and ships</h1>", list, StringComparison.Ordinal);
        Assert.Equal(1, Count(list, "Boats in line"));
        Assert.Equal(1, Count(list, "A boat alone"));
        Assert.Equal(1, Count(list, "Library opens its doors"));
        Assert.Equal("/en/topic/boats", await LeadsToAsync("/en/topic/harbour-street"));

        // The story says the word that it is sealed with, and leads to the list of now.
        Assert.Contains("""<a href="/en/topic/boats" rel="tag">Harbour Street</a>""", await ReadAsync($"/news/{publication.Library}/library-opens-its-doors"), StringComparison.Ordinal);
        await AssertSoundAsync();
        await ChangeAsync(("editions.en.topics", "[]"));
        Assert.DoesNotContain("A boat alone", await ReadAsync("/en/topic/boats"), StringComparison.Ordinal);
        Assert.Contains("A boat alone", await ReadAsync("/en/topic/boat"), StringComparison.Ordinal);
        Assert.Contains("Library opens its doors", await ReadAsync("/en/topic/harbour-street"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_release_enters_the_list_of_a_renamed_topic_at_once()
    {
        await ChangeAsync(("editions.en.topics", """[{"slug":"boats","name":"Boats","formerly":["boat"]}]"""));
        Assert.DoesNotContain("A boat alone", await ReadAsync("/en/topic/boats"), StringComparison.Ordinal);
        await publication.StoreAsync(WithTopics("b", "A boat alone", "Boat"));
        Assert.Contains("A boat alone", await ReadAsync("/en/topic/boats"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_of_several_slugs_are_in_order_on_every_page()
    {
        await publication.StoreAsync([.. Enumerable.Range(0, 50).Select(number => WithTopics($"n{number}", $"Number {number:00}", number % 2 == 0 ? "Even" : "Odd") with
        {
            PublishedAt = DateTimeOffset.UtcNow.AddMinutes(-number),
        })]);
        await ChangeAsync(("editions.en.topics", """[{"slug":"numbers","name":"Numbers","formerly":["even","odd"]}]"""));
        var all = string.Concat(await ReadAsync("/en/topic/numbers"), await ReadAsync("/en/topic/numbers/2"), await ReadAsync("/en/topic/numbers/3"));
        Assert.Equal(
            Enumerable.Range(0, 50).Select(number => $"Number {number:00}"),
            System.Text.RegularExpressions.Regex.Matches(all, @"Number \d\d(?=</a>)").Select(match => match.Value));
        Assert.Equal(HttpStatusCode.NotFound, (await publication.Client.GetAsync("/en/topic/numbers/4", Cancellation)).StatusCode);
    }

    [Fact]
    public async Task The_page_of_an_author_says_who_they_are()
    {
        await ChangeAsync(("editions.en.bylines", """[{"slug":"maud-ferrier","name":"Maud Ferrier","formerly":["m-ferrier"],"words":"She counts **boats**.","contact":"maud@ledger.example","languages":["en","fa"]}]"""));
        var page = await ReadAsync("/en/byline/maud-ferrier");
        Assert.Contains("<strong>boats</strong>", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="mailto:maud@ledger.example">""", page, StringComparison.Ordinal);
        Assert.Contains("Library opens its doors", page, StringComparison.Ordinal);
        Assert.Equal("/en/byline/maud-ferrier", await LeadsToAsync("/en/byline/m-ferrier"));
    }

    // Nothing that is sealed has changed, and no derived row either.
    private async Task AssertSoundAsync()
    {
        var findings = await new ExamineInstallation(new DoctorOptions(publication.Installation.Folder, "127.0.0.1", 0, IsFull: true), TimeProvider.System).RunAsync(Cancellation);
        Assert.DoesNotContain(findings, finding => finding.Severity == DoctorSeverity.Problem && finding.Point is not "port");
    }

    private static Storyprint.Storage.Stories.StoryToStore WithTopics(string source, string headline, params string[] topics)
    {
        var story = TestPublication.Story(source, headline, "Words.", DateTimeOffset.UtcNow.AddHours(-3));
        return story with { Content = story.Content with { Topics = topics } };
    }

    private static int Count(string html, string headline) => html.Split($"{headline}</a>").Length - 1;

    private Task<string> ReadAsync(string path) => publication.Client.GetStringAsync(path, Cancellation);

    private async Task<string?> LeadsToAsync(string path)
    {
        using var response = await publication.Client.GetAsync(path, Cancellation);
        Assert.Equal(HttpStatusCode.MovedPermanently, response.StatusCode);
        return response.Headers.Location?.ToString();
    }

    private async Task ChangeAsync(params (string Key, string Value)[] changes) => Assert.IsType<SettingsOutcome.Done>(await new ChangeSettings(publication.Installation.Stores.Settings).RunAsync(
        TestActor.Editor, [.. changes.Select(change => new SettingChange(SettingKey.TryParse(change.Key, out var key) ? key : throw new ArgumentException(change.Key), change.Value))], Cancellation));
}
