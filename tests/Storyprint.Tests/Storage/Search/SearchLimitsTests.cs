using Storyprint.Storage.Imports;
using Storyprint.Storage.Search;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Search;

/// <summary>What a search that is not allowed to go on says, and that going on from there finds the rest.</summary>
public sealed class SearchLimitsTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static DateTimeOffset At { get; } = new(2024, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task A_search_whose_budget_is_spent_says_how_far_it_came_and_the_next_goes_on_from_there()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await StoreAsync(desk, 2_500);
        await using var connection = await desk.Database.OpenAsync(Cancellation);
        var index = new SqliteFullText { Budget = TimeSpan.Zero };
        var query = new SearchQuery { Edition = "en", Phrases = SearchQuery.ParsePhrases("zeppelin") };
        var found = new List<long>();
        var walks = 0;
        for (DateTimeOffset? until = null; ; walks++)
        {
            var part = await index.NewestAsync(connection, query with { Until = until }, 100, 100, Cancellation);
            found.AddRange(part.Keys);
            if (part.ReachedAt is null)
            {
                break;
            }

            Assert.True(until is null || part.ReachedAt < until);
            until = part.ReachedAt;
        }

        Assert.Equal(5, found.Count);
        Assert.Equal(found.OrderDescending(), found);
        Assert.InRange(walks, 2, 3);
    }

    [Fact]
    public async Task With_its_usual_budget_it_looks_at_all_of_a_small_archive()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        await StoreAsync(desk, 2_500);
        SearchResult found = await new SearchIndex(desk.Database).FindAsync(new SearchQuery { Edition = "en", Phrases = SearchQuery.ParsePhrases("zeppelin"), ByRelevance = true }, 0, 10, Cancellation);
        Assert.Equal(5, found.Stories.Count);
        Assert.Null(found.SearchedBackTo);
    }

    private static async Task StoreAsync(ReleaseFixture desk, int stories) =>
        await new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(
            TestActor.Importer,
            [.. Enumerable.Range(0, stories).Select(number => TestPublication.Story(
                $"s{number}", $"Story {number}", number % 500 == 1 ? "The zeppelin." : "The ferry.", At.AddHours(number)))],
            1, Cancellation);
}
