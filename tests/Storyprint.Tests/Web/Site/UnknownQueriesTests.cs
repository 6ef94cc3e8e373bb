using Storyprint.Web.Site;

namespace Storyprint.Tests.Web.Site;

/// <summary>The memory of <see cref="UnknownQueries"/>: short and small.</summary>
public sealed class UnknownQueriesTests
{
    private readonly SetClock clock = new(new DateTimeOffset(2026, 11, 22, 19, 40, 0, TimeSpan.Zero));

    [Fact]
    public void A_query_is_remembered_at_its_path_and_forgotten_within_a_minute()
    {
        var queries = new UnknownQueries(clock);
        queries.Add("/", "?ref=letter");
        Assert.True(queries.Has("/", "?ref=letter"));
        Assert.False(queries.Has("/en/", "?ref=letter"));
        Assert.False(queries.Has("/", "?ref=Letter"));
        clock.Now = clock.Now.AddSeconds(29);
        Assert.True(queries.Has("/", "?ref=letter"));
        clock.Now = clock.Now.AddSeconds(31);
        Assert.False(queries.Has("/", "?ref=letter"));
    }

    [Fact]
    public void Many_queries_and_long_ones_take_no_more_room()
    {
        var queries = new UnknownQueries(clock);
        queries.Add("/", "?first");
        queries.Add("/", "?" + new string('x', 300));
        Assert.False(queries.Has("/", "?" + new string('x', 300)));
        for (var number = 0; number < 10_000; number++)
        {
            queries.Add("/", $"?{number}");
        }

        Assert.False(queries.Has("/", "?first"));
        Assert.True(queries.Has("/", "?9999"));
    }
}
