using Storyprint.Storage.Engine;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage;

public class SortKeyTests
{
    public sealed class OnPostgres : SortKeyTests, IOnPostgres;

    private static readonly DateTimeOffset At = new(2026, 11, 22, 19, 40, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Stories_of_one_second_are_kept_apart_however_many_there_are()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var first = await desk.PublishedAsync("The first ferry sails");

        // The next id, the low twenty bits of which are those of the first story's.
        await using (var connection = await desk.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO story (id, code, edition, time_zone, status, is_static_page, is_listed, current_revision, release_kind, sort_key, slug, section, kicker,
                    headline, standfirst, bylines, picture_width, picture_height, picture_focus_x, picture_focus_y, source_revision)
                VALUES (1048576, '99', 'en', 'UTC', 0, FALSE, FALSE, 0, 0, 0, '', '', '', '', '', '', 0, 0, 0, 0, 0)
                """, Cancellation);
        }

        var second = await desk.PublishedAsync("The second ferry sails");
        var third = await desk.PublishedAsync("The third ferry sails");
        Assert.Equal([third, second, first], (await new StoryListStore(desk.Database).LatestAsync("en", 0, 10, Cancellation)).Select(card => card.Code));
        var query = new SearchQuery { Edition = "en", Phrases = SearchQuery.ParsePhrases("ferry sails") };
        Assert.Equal([third, second, first], (await new SearchIndex(desk.Database).FindAsync(query, 0, 10, Cancellation)).Stories.Select(card => card.Code));
        await desk.WithdrawAsync(second, 1);
        Assert.Equal([third, first], (await new SearchIndex(desk.Database).FindAsync(query, 0, 10, Cancellation)).Stories.Select(card => card.Code));
    }

    [Theory]
    [InlineData(-62_135_596_800)]
    [InlineData(-1)]
    [InlineData(0)]
    [InlineData(1_800_000_000)]
    [InlineData(137_438_953_471)]
    public void A_key_tells_its_second(long seconds)
    {
        var at = DateTimeOffset.FromUnixTimeSeconds(seconds);
        Assert.Equal(at, SortKey.TimeOf(SortKey.Create(at, SortKey.MaxStoryId)));
        Assert.Equal(at, SortKey.TimeOf(SortKey.Create(at, 0)));
        Assert.True(SortKey.Create(at, SortKey.MaxStoryId) < SortKey.Create(at.AddSeconds(1), 0) || seconds == 137_438_953_471);
    }

    [Fact]
    public void A_date_that_no_calendar_reaches_has_a_key_of_its_own_too() =>
        Assert.True(SortKey.Create(DateTimeOffset.MaxValue, 1) < SortKey.Create(DateTimeOffset.MaxValue, 2) && SortKey.Create(DateTimeOffset.MaxValue, 1) > SortKey.Create(At, 2));

    [Fact]
    public void There_is_no_key_for_a_story_too_many() =>
        Assert.Throws<InvalidOperationException>(() => SortKey.Create(At, SortKey.MaxStoryId + 1));
}
