using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Search;

/// <summary>What a search found.</summary>
/// <param name="Stories">A page of the matching stories, in the order that was asked for.</param>
/// <param name="SearchedBackTo">
/// Null where all stories were searched; otherwise where the search stopped, because its words are so common, or so seldom found together, that going
/// on would cost more than one reader may ask for. Older stories are found by the same search with this as its <see cref="SearchQuery.Until"/>.
/// </param>
public sealed record SearchResult(IReadOnlyList<StorySummary> Stories, DateTimeOffset? SearchedBackTo = null);

/// <summary>Sort keys of the newest matches, newest first.</summary>
/// <param name="ReachedKey">The oldest sort key that was looked at; null where all were.</param>
internal readonly record struct NewestMatches(List<long> Keys, long? ReachedKey)
{
    public DateTimeOffset? ReachedAt => ReachedKey is { } key ? SortKey.TimeOf(key) : null;
}
