namespace Storyprint.Web.Feeds;

/// <summary>A feed, independent of its format. Every address in it is absolute.</summary>
public sealed record Feed
{
    public required string Title { get; init; }

    public string Description { get; init; } = string.Empty;

    /// <summary>BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>The publisher; also the author of items without a byline.</summary>
    public required string Publisher { get; init; }

    /// <summary>The page that the feed belongs to.</summary>
    public required string Page { get; init; }

    /// <summary>The feed's own address without its ending.</summary>
    public required string Address { get; init; }

    /// <summary>Newest first.</summary>
    public required IReadOnlyList<FeedItem> Items { get; init; }

    /// <summary>When an item was last published or changed. Never the current time: an unchanged feed has the same bytes.</summary>
    public DateTimeOffset UpdatedAt => Items.Count == 0 ? DateTimeOffset.UnixEpoch : Items.Max(item => item.UpdatedAt);
}

/// <summary>A story, or a revision of one, in a feed.</summary>
public sealed record FeedItem
{
    /// <summary>
    /// A permanent address, independent of the slug: the short link of the story or of the revision. With a changed id, feed readers would show the story as
    /// new.
    /// </summary>
    public required string Id { get; init; }

    /// <summary>The page to open.</summary>
    public required string Link { get; init; }

    public required string Title { get; init; }

    public string Summary { get; init; } = string.Empty;

    /// <summary>The full text as HTML with absolute addresses.</summary>
    public required string Html { get; init; }

    public IReadOnlyList<FeedAuthor> Authors { get; init; } = [];

    public IReadOnlyList<string> Categories { get; init; } = [];

    public string? Picture { get; init; }

    /// <summary>With the offset of the edition's time zone.</summary>
    public required DateTimeOffset PublishedAt { get; init; }

    /// <inheritdoc cref="PublishedAt"/>
    public required DateTimeOffset UpdatedAt { get; init; }
}

/// <param name="Page">The author's page, or null where the name makes no slug.</param>
public sealed record FeedAuthor(string Name, string? Page);
