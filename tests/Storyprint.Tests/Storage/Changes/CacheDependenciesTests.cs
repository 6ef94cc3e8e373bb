using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;

namespace Storyprint.Tests.Storage.Changes;

public sealed class CacheDependenciesTests
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 27, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task What_is_added_in_whatever_is_called_is_collected_once_each()
    {
        var dependencies = CacheDependencies.Collect();
        CacheDependencies.Add(CacheTag.News);
        await Task.Run(() => CacheDependencies.Add(CacheTag.Latest("en")), TestContext.Current.CancellationToken);
        CacheDependencies.Add(CacheTag.News);
        Assert.Equal([CacheTag.Latest("en"), CacheTag.News], dependencies.Tags.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Nothing_is_collected_of_what_another_page_adds()
    {
        var mine = CacheDependencies.Collect();
        await Task.Run(
            () =>
            {
                CacheDependencies.Collect();
                CacheDependencies.Add(CacheTag.Log);
            },
            TestContext.Current.CancellationToken);
        Assert.Empty(mine.Tags);
    }

    [Fact]
    public void A_page_expires_at_the_earliest_of_the_instants_that_were_named()
    {
        var dependencies = CacheDependencies.Collect();
        Assert.Null(dependencies.ExpiresAt);
        CacheDependencies.ExpireAt(Noon.AddHours(2));
        CacheDependencies.ExpireAt(Noon);
        CacheDependencies.ExpireAt(Noon.AddHours(1));
        Assert.Equal(Noon, dependencies.ExpiresAt);
    }

    [Fact]
    public void Every_CacheTag_names_what_it_stands_for_and_no_two_are_alike()
    {
        string[] tags =
        [
            CacheTag.Log, CacheTag.Keys, CacheTag.News, CacheTag.Sitemaps, CacheTag.Latest("en"), CacheTag.Section("en", "city"), CacheTag.Topic("en", "city"),
            CacheTag.Byline("en", "city"), CacheTag.Day("en", Noon), CacheTag.Archive("en"), CacheTag.Corrections("en"), CacheTag.Sections("en"), CacheTag.Deep("en"),
            CacheTag.Translations("en"), CacheTag.Sitemap(1),
        ];
        Assert.Equal(tags.Length, tags.Distinct().Count());
        Assert.All(tags, tag => Assert.DoesNotContain(' ', tag));
    }

    [Fact]
    public async Task An_AmbientReadCache_reads_each_thing_once_where_it_was_begun_and_every_time_where_it_was_not()
    {
        var reads = 0;
        Task<int> ReadAsync() => AmbientReadCache.GetOrAddAsync("count", () => Task.FromResult(++reads));
        Assert.Equal((1, 2), (await ReadAsync(), await ReadAsync()));
        await Task.Run(
            async () =>
            {
                AmbientReadCache.Begin();
                Assert.Equal((3, 3), (await ReadAsync(), await ReadAsync()));
                Assert.Equal(3, await Task.Run(ReadAsync));
                Assert.Equal(4, await AmbientReadCache.GetOrAddAsync(("count", 2), () => Task.FromResult(4)));
            },
            TestContext.Current.CancellationToken);
        Assert.Equal(4, await ReadAsync());
    }

    [Fact]
    public async Task A_CommitNotifier_notifies_in_order_until_the_subscription_ends()
    {
        var notifier = new CommitNotifier();
        List<string> heard = [];
        using (notifier.Subscribe(() => AddAsync("first")))
        {
            using var second = notifier.Subscribe(() => AddAsync("second"));
            await notifier.NotifyAsync();
        }

        await notifier.NotifyAsync();
        Assert.Equal(["first", "second"], heard);

        Task AddAsync(string name)
        {
            heard.Add(name);
            return Task.CompletedTask;
        }
    }

    [Theory]
    [InlineData("plain", "plain")]
    [InlineData("a\0b", "a\uFFFDb")]
    [InlineData("whole 👍", "whole 👍")]
    public void SqlValue_takes_out_what_a_database_cannot_hold(string text, string stored)
    {
        Assert.Equal(stored, SqlValue.From(text));
        Assert.Equal("half \uFFFD of a pair", SqlValue.From($"half {(char)0xD83D} of a pair"));
        Assert.Equal("پل", SqlValue.From(Utf8Text.From("پل")));
        Assert.Equal(DBNull.Value, SqlValue.From(null));
        Assert.Equal(7L, SqlValue.From(7L));
    }
}
