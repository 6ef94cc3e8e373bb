using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Web.Site;

namespace Storyprint.NewsroomPages.Front;

/// <summary>A place of the front page with the story that stands there, and whether an editor placed it.</summary>
/// <param name="Pin">Null where the rule chose the story.</param>
/// <param name="Card">Null where nothing stands there.</param>
public sealed record FilledSlot(FrontSlot Slot, FrontPin? Pin, StorySummary? Card);

/// <summary>The places of a front page in the order of reading.</summary>
internal static class FrontSlots
{
    public static IReadOnlyList<FilledSlot> Of(
        FrontArrangement arrangement, FrontSelection front, IReadOnlyList<(SectionName Section, IReadOnlyList<StorySummary> Cards)> sections, IReadOnlyList<StorySummary> pinned)
    {
        StorySummary?[] lead = [front.Lead], third = [front.Third];
        return
        [
            .. Fill(FrontPlace.Lead, null, lead), .. Fill(FrontPlace.Second, null, front.Second), .. Fill(FrontPlace.Third, null, third), .. Fill(FrontPlace.Under, null, front.Under),
            .. Fill(FrontPlace.Rail, null, front.Rail), .. sections.SelectMany(block => Fill(FrontPlace.Section, block.Section.Slug, block.Cards)),
        ];

        IEnumerable<FilledSlot> Fill(FrontPlace place, string? section, IReadOnlyList<StorySummary?> cards)
        {
            var others = new Queue<StorySummary>(cards.OfType<StorySummary>().Where(card => arrangement.Pins.All(pin => pin.Code != card.Code)));
            for (var position = 0; position < place.Size; position++)
            {
                var slot = new FrontSlot(place, position, section);
                yield return arrangement.PinIn(slot) is { } pin
                    ? new FilledSlot(slot, pin, pinned.FirstOrDefault(card => card.Code == pin.Code))
                    : new FilledSlot(slot, null, others.TryDequeue(out var next) ? next : null);
            }
        }
    }
}
