using Storyprint.Newsroom.Imports;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Promises;

/// <summary>An archive never overwrites what the newsroom did to a draft that came out of it: neither its words nor its hour.</summary>
public class DraftOfTheNewsroomStaysTests : ImportPromise
{
    public sealed class OnPostgres : DraftOfTheNewsroomStaysTests, IOnPostgres;

    private static readonly DateTimeOffset Hour = Now.AddDays(3);

    [Theory]
    [InlineData("draft: true", "draft: true")]
    [InlineData("draft: true", "draft: false")]
    [InlineData("publishDate: 2026-12-01", "publishDate: 2026-12-01")]
    [InlineData("publishDate: 2026-12-01", "publishDate: 2026-12-02")]
    public async Task Words_of_the_newsroom_stay(string before, string now)
    {
        var code = await ImportedAsync(before);
        await ExecuteAsync("UPDATE draft SET content = REPLACE(content, 'Rye bread', 'Wheat bread')");
        var line = await AgainAsync(now);
        Assert.Equal((ImportOutcome.LeftAlone, code), (line.Outcome, line.Code));
        Assert.Contains("The newsroom has worked on it since", Assert.Single(line.Notes), StringComparison.Ordinal);
        Assert.Contains("Wheat bread", await DraftAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("draft: true", "draft: true", true)]
    [InlineData("draft: true", "draft: false", true)]
    [InlineData("publishDate: 2026-12-01", "publishDate: 2026-12-01", true)]
    [InlineData("publishDate: 2026-12-01", "publishDate: 2026-12-01", false)]
    public async Task An_hour_that_the_newsroom_gave_or_took_stays_and_so_does_the_text_that_it_read(string before, string now, bool gives)
    {
        var code = StoryCode.FromDigits(await ImportedAsync(before));
        Assert.IsType<ScheduleChange.Made>(await new ScheduleStore(Desk.Database, TimeProvider.System).SetAsync(TestActor.Editor, code, gives ? Hour : null, Cancellation));
        var line = await AgainAsync(now);
        Assert.Equal(ImportOutcome.LeftAlone, line.Outcome);
        Assert.Contains("hour", Assert.Single(line.Notes), StringComparison.Ordinal);
        Assert.Contains("Rye bread", await DraftAsync(), StringComparison.Ordinal);
        Assert.Equal(gives ? [(code, Hour)] : [], (await new ScheduleStore(Desk.Database, TimeProvider.System).WaitingAsync(Cancellation)).Select(waiting => (waiting.Code, waiting.DueAt)));
    }

    [Theory]
    [InlineData("draft: true", "draft: true", StoryStatus.Draft)]
    [InlineData("draft: true", "draft: false", StoryStatus.Published)]
    [InlineData("publishDate: 2026-12-01", "publishDate: 2026-12-02", StoryStatus.Scheduled)]
    [InlineData("publishDate: 2026-12-01", "draft: true", StoryStatus.Draft)]
    public async Task What_nobody_touched_follows_its_archive(string before, string now, StoryStatus status)
    {
        await ImportedAsync(before);
        Assert.Equal(ImportOutcome.Revised, (await AgainAsync(now)).Outcome);
        Assert.Equal(status, (await StoriesAsync()).Single().Status);
    }

    [Fact]
    public async Task StandingDraft_tells_words_from_an_hour()
    {
        var code = StoryCode.FromDigits(await ImportedAsync("draft: true"));
        Assert.Equal(DraftWork.None, await WorkAsync());
        await new ScheduleStore(Desk.Database, TimeProvider.System).SetAsync(TestActor.Editor, code, Hour, Cancellation);
        Assert.Equal(DraftWork.Hour, await WorkAsync());
        await ExecuteAsync("UPDATE draft SET slug = 'another'");
        Assert.Equal(DraftWork.Words, await WorkAsync());
    }

    private async Task<DraftWork> WorkAsync()
    {
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        var story = await connection.FirstAsync(
            "SELECT id, code, source_id, source_digest, edition, status FROM story",
            row => new StandingStory(row.GetInt64(0), StoryCode.FromDigits(row.GetString(1)), row.GetString(2), (byte[])row.GetValue(3), 0, 0, null, row.GetString(4), (StoryStatus)row.GetInt32(5)), Cancellation);
        return await StandingDraft.ByNewsroomAsync(connection, story!, Cancellation);
    }

    private async Task<string> ImportedAsync(string field)
    {
        Write(field, "Rye bread from six.");
        return (await ImportOneAsync("site", "gazette")).Code!;
    }

    private async Task<ImportLine> AgainAsync(string field)
    {
        Write(field, "Barley bread from seven.");
        return await ImportOneAsync("site", "gazette");
    }

    private void Write(string field, string text) => Folder.Write("site/a.md", $"---\ntitle: Bread\nsection: city\ndate: 2021-05-03\n{field}\n---\n{text}");

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        Assert.Equal(1, await connection.ExecuteAsync(sql, Cancellation));
    }

    private async Task<string> DraftAsync()
    {
        await using var connection = await Desk.Database.OpenAsync(Cancellation);
        return (await connection.ScalarAsync<string>("SELECT content FROM draft", Cancellation))!;
    }
}
