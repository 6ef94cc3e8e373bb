using Storyprint.Web.Feeds;

namespace Storyprint.Tests.Web.Feeds;

/// <summary>A feed that holds what makes feeds break.</summary>
internal static class SampleFeed
{
    public static FeedItem Item { get; } = new()
    {
        Id = "https://ledger.example/20011",
        Link = "https://ledger.example/news/20011/tea-%26-talk",
        Title = "Tea & <talk>\u0000 ]]> \uD83D\uDE00\uD83D",
        Summary = "Half\u000B a line",
        Html = "<p>Tea &amp; talk\u0008 at <a href=\"https://ledger.example/en/\">home</a></p>",
        Authors = [new FeedAuthor("Maud Ferrier", "https://ledger.example/en/byline/maud-ferrier"), new FeedAuthor("Jens Holm", null)],
        Categories = ["City", "Tea & talk"],
        Picture = "https://ledger.example/media/ab/1600.jpg",
        PublishedAt = new DateTimeOffset(2024, 3, 5, 10, 40, 0, TimeSpan.FromHours(1)),
        UpdatedAt = new DateTimeOffset(2024, 3, 6, 8, 5, 9, TimeSpan.FromHours(1)),
    };

    public static Feed Feed { get; } = new()
    {
        Title = "City – The Test Ledger",
        Language = "en",
        Publisher = "The Test Ledger",
        Page = "https://ledger.example/en/section/city",
        Address = "https://ledger.example/en/section/city/feed",
        Items = [Item, Item with { Id = "https://ledger.example/20029", UpdatedAt = new DateTimeOffset(2024, 3, 5, 10, 40, 0, TimeSpan.FromHours(1)), Authors = [] }],
    };

    public static Feed Empty => Feed with { Items = [] };
}
