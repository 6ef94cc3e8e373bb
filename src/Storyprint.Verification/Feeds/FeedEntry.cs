namespace Storyprint.Verification.Feeds;

/// <summary>An item of a feed, whatever its form.</summary>
internal sealed record FeedEntry
{
    /// <summary>The address that opens.</summary>
    public required string Link { get; init; }

    /// <summary>The address that never changes.</summary>
    public required string Id { get; init; }

    public required string Title { get; init; }

    /// <summary>Whether its title says what became of the story: news sitemaps hold the bare headline.</summary>
    public bool IsLabelled => Id.Length > 0;

    public string Summary { get; init; } = string.Empty;

    /// <summary>The full text.</summary>
    public string Html { get; init; } = string.Empty;

    public IReadOnlyList<string> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    /// <summary>Addresses of pictures outside the full text.</summary>
    public IReadOnlyList<string> Pictures { get; init; } = [];

    /// <summary>Null where one of its dates cannot be read.</summary>
    public IReadOnlyList<DateTimeOffset>? Dates { get; init; }
}

/// <summary>A feed: its own words, and its items.</summary>
internal sealed record ReadFeed(IReadOnlyList<string> Words, IReadOnlyList<FeedEntry> Entries);
