using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Verification;

namespace Storyprint.Tests.Provenance.Verification;

public sealed class TimeOrderTests
{
    private static readonly DateTimeOffset At = new(2026, 3, 5, 9, 0, 0, TimeSpan.Zero);

    [Fact]
    public void An_entry_before_the_one_before_it_is_named_and_one_of_the_same_second_is_not()
    {
        var order = new TimeOrder();
        Assert.Null(order.Take(0, Entry(At)));
        Assert.Null(order.Take(1, Entry(At)));
        Assert.Contains("before entry 1 (2026-03-05 09:00:00 UTC)", order.Take(2, Entry(At.AddSeconds(-1))), StringComparison.Ordinal);
        Assert.Null(order.Take(3, Entry(At.AddSeconds(-1))));
    }

    private static KeyEntry Entry(DateTimeOffset at) => new()
    {
        Publisher = PublisherName.Parse("news.example.org"),
        Role = KeyRole.Log,
        Key = TestKeys.Log.Verifier,
        Change = KeyChange.From,
        At = at,
    };
}
