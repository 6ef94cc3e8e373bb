using Storyprint.Newsroom.Imports;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>What was not to be seen yet, or by everybody, is never published by an import.</summary>
public class ImportNeverPublishesEarlyTests : ImportPromise
{
    public sealed class OnPostgres : ImportNeverPublishesEarlyTests, IOnPostgres;

    [Theory]
    [InlineData("a.md", "date: 2027-06-01T09:00:00+02:00")]
    [InlineData("a.md", "date: 2026-11-20\npublishDate: 2027-06-01T09:00:00+02:00")]
    [InlineData("a.md", "publishDate: 2026-11-20\ndate: 2027-06-01T09:00:00+02:00")]
    [InlineData("a.md", "pubDate: 2027-06-01T09:00:00+02:00")]
    [InlineData("a.md", "date: 2026-11-20\nembargo: 2027-06-01T09:00:00+02:00")]
    [InlineData("a.md", "date: 2026-11-20\npublish_at: 2027-06-01 07:00 UTC")]
    [InlineData("a.md", "status: scheduled\ndate: 2027-06-01T09:00:00+02:00")]
    [InlineData("a.md", "lang: fa\ndate: ۱۱ خرداد ۱۴۰۶ ۱۰:۳۰")]
    [InlineData("_posts/2027-06-01-a.md", "layout: post")]
    public async Task A_file_of_the_future_is_scheduled_for_its_instant(string path, string fields)
    {
        Folder.Write($"site/{path}", $"---\ntitle: Embargoed\n{fields}\n---\nThe minister will say it.");
        await ScheduledAsync("site", path.Contains('-', StringComparison.Ordinal) ? new DateTimeOffset(2027, 5, 31, 22, 0, 0, TimeSpan.Zero) : new DateTimeOffset(2027, 6, 1, 7, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("publish")]
    [InlineData("future")]
    public async Task A_post_of_the_future_is_scheduled_for_its_instant(string status)
    {
        Folder.Write("export.xml", Export("https://old.example", Post(1, "Embargoed", date: "2027-06-01 07:00:00", status: status)));
        await ScheduledAsync("export.xml", new DateTimeOffset(2027, 6, 1, 7, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("page.txt", "Embargoed\n2027-06-01 09:00\nThe minister will say it.")]
    [InlineData("page.txt", "بودجه خوانده می‌شود\nتاریخ انتشار: ۱۱ خرداد ۱۴۰۶ - ۱۰:۳۰\nوزیر آن را خواهد گفت.")]
    [InlineData("page.html", "<h1>Embargoed</h1><time datetime='2027-06-01T09:00:00+02:00'></time><p>The minister will say it.</p>")]
    public async Task A_saved_page_of_the_future_is_scheduled_for_its_instant(string name, string page)
    {
        Folder.Write(name, page);
        await ScheduledAsync(name, new DateTimeOffset(2027, 6, 1, 7, 0, 0, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("expiryDate: 2024-02-01")]
    [InlineData("unpublishDate: 2024-02-01")]
    [InlineData("expiryDate: someday")]
    [InlineData("visibility: private")]
    [InlineData("visibility: Unlisted")]
    [InlineData("status: pitched")]
    [InlineData("state: embargoed")]
    [InlineData("build:\n  render: never")]
    [InlineData("_build:\n  render: false")]
    [InlineData("build:\n  list: never")]
    [InlineData("headless: true")]
    [InlineData("permalink: false")]
    [InlineData("published: false")]
    [InlineData("publish: no")]
    [InlineData("draft: \"true\"")]
    [InlineData("draft: yes")]
    [InlineData("draft: perhaps")]
    [InlineData("private: true")]
    [InlineData("unlisted: on")]
    [InlineData("password: enter")]
    [InlineData("eleventyExcludeFromCollections: true")]
    [InlineData("publishDate: next week")]
    [InlineData("status: scheduled")]
    public async Task A_file_that_was_not_public_comes_as_a_draft_and_says_why(string fields)
    {
        Folder.Write("site/a.md", $"---\ntitle: Secret\ndate: 2024-01-20\n{fields}\n---\nSecret words.");
        await DraftAsync("site", isSaid: fields is not ("draft: yes" or "draft: \"true\"" or "published: false" or "publish: no"));
    }

    [Theory]
    [InlineData("_drafts/a.md", false)]
    [InlineData("content/Drafts/a.md", false)]
    [InlineData("content/private/a.md", true)]
    [InlineData("content/_a.md", true)]
    public async Task A_file_where_site_generators_keep_what_they_do_not_publish_is_a_draft(string path, bool isSaid)
    {
        Folder.Write($"site/{path}", "---\ntitle: Secret\ndate: 2024-01-20\n---\nSecret words.");
        await DraftAsync("site", isSaid);
    }

    [Fact]
    public async Task What_a_folder_says_for_all_its_files_counts_for_each()
    {
        Folder.Write("site/content/secret/_index.md", "---\ntitle: Secrets\ndraft: true\ncascade:\n  build:\n    render: never\n---\n");
        Folder.Write("site/content/secret/deep/a.md", "---\ntitle: Secret\ndate: 2024-01-20\n---\nSecret words.");
        var report = await ImportAsync("site");
        Assert.Contains(report.Items, line => line.Notes.Contains("Its field “build.render” says “never”; it came as a draft."));
        Assert.All(await StoriesAsync(), story => Assert.Equal(0, story.Revision));
    }

    [Theory]
    [InlineData("private", "")]
    [InlineData("pitch", "")]
    [InlineData("Publish", "")]
    [InlineData("publish", "<wp:post_password>enter</wp:post_password>")]
    public async Task A_post_that_was_not_public_comes_as_a_draft_and_says_why(string status, string also)
    {
        Folder.Write("export.xml", Export("https://old.example", Post(1, "Secret", status: status, also: also)));
        await DraftAsync("export.xml");
    }

    [Fact]
    public async Task A_saved_page_that_was_to_be_taken_down_comes_as_a_draft()
    {
        Folder.Write("page.html", "<meta property='article:expiration_time' content='2024-02-01T00:00:00Z'><h1>Taken down</h1><time datetime='2024-01-20T09:00:00Z'></time><p>It stood here.</p>");
        await DraftAsync("page.html");
    }

    [Fact]
    public async Task An_hour_that_passed_while_a_story_waited_elsewhere_releases_nothing()
    {
        Folder.Write("export.xml", Export("https://old.example", Post(1, "It waited", date: "2026-11-22 19:39:00", status: "future")));
        await DraftAsync("export.xml");
    }

    [Fact]
    public async Task What_is_public_everywhere_is_published()
    {
        Folder.Write("site/a.md", "---\ntitle: Open\ndate: 2024-01-20\nstatus: Published\nvisibility: public\ndraft: false\npublished: true\nbuild:\n  render: always\n---\nWords.");
        Folder.Write("export.xml", Export("https://old.example", Post(1, "Open too", date: "2026-11-22 19:40:00")));
        await ImportAsync("site");
        await ImportAsync("export.xml");
        Assert.Equal([StoryStatus.Published, StoryStatus.Published], (await StoriesAsync()).Select(story => story.Status));
    }

    [Fact]
    public async Task With_drafts_nothing_is_public_or_waits()
    {
        Folder.Write("site/a.md", "---\ntitle: Open\ndate: 2024-01-20\n---\nWords.");
        Folder.Write("site/b.md", "---\ntitle: Later\ndate: 2027-01-20\n---\nWords.");
        var report = await ImportAsync("site", choices: new ImportChoices { DraftsOnly = true });
        Assert.All(await StoriesAsync(), story => Assert.Equal((StoryStatus.Draft, 0), (story.Status, story.Revision)));
        Assert.All(report.Items, line => Assert.Contains("It came as a draft because of --drafts.", line.Notes));
        Assert.Null(await new ScheduleStore(Desk.Database, TimeProvider.System).NextAsync(Cancellation));
    }

    private async Task ScheduledAsync(string relative, DateTimeOffset due)
    {
        var line = await ImportOneAsync(relative);
        Assert.Contains(line.Notes, note => note.StartsWith("It is scheduled for 2027-0", StringComparison.Ordinal));
        Assert.Equal((StoryStatus.Scheduled, 0), (await StoriesAsync()).Select(story => (story.Status, story.Revision)).Single());
        var schedule = new ScheduleStore(Desk.Database, TimeProvider.System);
        Assert.Equal(due, await schedule.NextAsync(Cancellation));
        Assert.Equal(0, await Desk.VerifyAsync());
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync(relative)).Outcome);

        Desk.Clock.Now = due;
        var released = Assert.Single(await new ReleaseDueStories(Desk.Store, schedule, Desk.Clock).RunAsync(TestActor.Scheduler, Cancellation));
        Assert.IsType<ReleaseOutcome.Done>(released.Outcome);
    }

    private async Task DraftAsync(string relative, bool isSaid = true)
    {
        var line = await ImportOneAsync(relative);
        Assert.Equal(isSaid, line.Notes.Any(note => note.Contains("came as a draft", StringComparison.Ordinal)));
        Assert.Equal((StoryStatus.Draft, 0), (await StoriesAsync()).Select(story => (story.Status, story.Revision)).Single());
        Assert.Equal(0, await Desk.VerifyAsync());
        Assert.Equal(ImportOutcome.Unchanged, (await ImportOneAsync(relative)).Outcome);
    }
}
