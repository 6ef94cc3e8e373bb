using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Releases;

namespace Storyprint.Web.Site;

/// <summary>The stories of a front page: those that editors placed, and around them what the rule takes from the newest.</summary>
public sealed record FrontSelection
{
    public StorySummary? Lead { get; private init; }

    public IReadOnlyList<StorySummary> Second { get; private init; } = [];

    public StorySummary? Third { get; private init; }

    public IReadOnlyList<StorySummary> Under { get; private init; } = [];

    public IReadOnlyList<StorySummary> Rail { get; private init; } = [];

    /// <summary>All stories above the blocks of the sections.</summary>
    public IEnumerable<StorySummary> All => Rail.Concat(Second).Concat(Under).Append(Lead).Append(Third).OfType<StorySummary>();

    /// <summary>Fills the places. Pins of stories that cannot be read leave their places to the rule.</summary>
    /// <param name="newest">The newest stories of the edition.</param>
    /// <param name="pinned">The stories of the pins, as far as the edition lists them now.</param>
    public static FrontSelection Fill(IReadOnlyList<StorySummary> newest, PinnedStories pinned)
    {
        var open = newest.Where(card => !pinned.Holds(card)).ToList();

        // A retracted story never leads.
        var standing = open.Where(card => card.Status != StoryStatus.Retracted).ToList();
        var lead = pinned.At(FrontPlace.Lead, 0) ?? standing.FirstOrDefault(card => card.Picture is not null) ?? standing.FirstOrDefault() ?? open.FirstOrDefault();
        var second = Places(pinned, FrontPlace.Second, places => open.Where(card => card != lead).OrderByDescending(card => card.Picture is not null).Take(places).OrderByDescending(card => card.SortKey));

        // With short texts under its two pictures, the column is about as tall as the lead and the two stories under it.
        var third = pinned.At(FrontPlace.Third, 0) ?? open.FirstOrDefault(card => card.Picture is null && card != lead && !second.Contains(card));

        // The same picture twice on a screen looks like a mistake.
        var seen = second.Append(lead).Select(card => card?.Picture?.Hash).ToHashSet();
        var under = Places(pinned, FrontPlace.Under, places => open.Where(card => card.Picture is { } picture && seen.Add(picture.Hash)).Take(places));
        var rail = Places(pinned, FrontPlace.Rail, places => open.Where(card => card != lead && !second.Contains(card) && !under.Contains(card) && card != third).Take(places));
        return new FrontSelection { Lead = lead, Second = second, Third = third, Under = under, Rail = rail };
    }

    /// <summary>The stories of a section's block.</summary>
    /// <param name="newest">The newest stories of the section, more than the block and the rest of the page hold.</param>
    public IReadOnlyList<StorySummary> OfSection(string slug, IReadOnlyList<StorySummary> newest, PinnedStories pinned)
    {
        var shown = All.Select(card => card.Code).ToHashSet();
        return Places(pinned, FrontPlace.Section, places => newest.Where(card => !shown.Contains(card.Code) && !pinned.Holds(card)).Take(places), slug);
    }

    // The rule fills what no pin holds, in its own order.
    private static List<StorySummary> Places(PinnedStories pinned, FrontPlace place, Func<int, IEnumerable<StorySummary>> rule, string? section = null)
    {
        var placed = Enumerable.Range(0, place.Size).Select(position => pinned.At(place, position, section)).ToList();
        var others = new Queue<StorySummary>(rule(placed.Count(card => card is null)));
        return [.. placed.Select(card => card ?? (others.TryDequeue(out var next) ? next : null)).OfType<StorySummary>()];
    }
}
