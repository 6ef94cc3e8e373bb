namespace Storyprint.Web.Feeds;

/// <summary>A feed format.</summary>
public sealed record FeedFormat(string Ending, string MediaType, Func<Feed, byte[]> Write)
{
    public static IReadOnlyList<FeedFormat> All { get; } =
    [
        new("rss", "application/rss+xml; charset=utf-8", RssFeed.Write),
        new("atom", "application/atom+xml; charset=utf-8", AtomFeed.Write),
        new("json", "application/feed+json; charset=utf-8", JsonFeed.Write),
    ];
}
