using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Releases;

namespace Storyprint.Web.Site;

/// <summary>The stories that editors placed on a front page and that readers can read now.</summary>
public sealed class PinnedStories
{
    private readonly Dictionary<(FrontPlace Place, int Position, string? Section), StorySummary> places = [];
    private readonly HashSet<StoryCode> codes = [];

    /// <param name="pins">Those that hold now.</param>
    /// <param name="listed">The stories that the edition lists.</param>
    public PinnedStories(IEnumerable<FrontPin> pins, IEnumerable<StorySummary> listed)
    {
        var cards = listed.ToDictionary(card => card.Code);
        foreach (var pin in pins)
        {
            // A retracted story never leads, whoever placed it there.
            if (pin.Code is { } code && cards.TryGetValue(code, out var card) && !(pin.Place == FrontPlace.Lead && card.Status == StoryStatus.Retracted) && codes.Add(code))
            {
                places[(pin.Place, pin.Position, pin.Section)] = card;
            }
        }
    }

    public static PinnedStories None { get; } = new([], []);

    /// <summary>Whether a story has a place of its own, so that the rule must not show it in another.</summary>
    public bool Holds(StorySummary card) => codes.Contains(card.Code);

    /// <summary>The story in a place, or null where the rule fills it.</summary>
    public StorySummary? At(FrontPlace place, int position, string? section = null) => places.GetValueOrDefault((place, position, section));
}
