using System.Globalization;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.NewsroomPages.Front;

/// <summary>What a button of the front page's desk, or a drop, does with the arrangement.</summary>
internal static class FrontCommand
{
    /// <returns>The arrangement after it; null, with the key of a sentence, where nothing can be made of it.</returns>
    public static (FrontArrangement? Arrangement, string? Fault) Apply(NewsroomRequest request, FrontDesk desk, IReadOnlyList<string> blocks) => request.Text("do").Split(' ') switch
    {
        ["place"] => Place(request, desk.Arrangement, request.Text("slot")),
        ["place", var slot] => Place(request, desk.Arrangement, slot),
        ["clear", var slot] when SlotText.TryParse(slot, out var place) => (desk.Arrangement.Without(place), null),
        ["move", var from, var to] when SlotText.TryParse(from, out var old) && SlotText.TryParse(to, out var place) && desk.Arrangement.PinIn(old) is { } pin => (desk.Arrangement.WithStory(pin.Story, place), null),
        ["until", var slot] when SlotText.TryParse(slot, out var place) => Until(request, desk, place, request.Text($"until-{slot}")),
        ["section", var slug, var by] when by is "up" or "down" => (desk.Arrangement.WithSectionMoved(blocks, slug, by == "up" ? -1 : 1), null),
        _ => (null, "front.unknown"),
    };

    private static (FrontArrangement?, string?) Place(NewsroomRequest request, FrontArrangement arrangement, string slot) =>
        StoryCodeParseResult.Read(request.Text("story")).AnyCode is not { } code ? (null, "front.no-code")
        : !SlotText.TryParse(slot, out var place) ? (null, "front.unknown")
        : (arrangement.WithStory(code.Digits, place), null);

    // As the edition's zone has it; a clock hour that does not exist is read as the machine reads it.
    private static (FrontArrangement?, string?) Until(NewsroomRequest request, FrontDesk desk, FrontSlot slot, string text)
    {
        if (text.Length == 0)
        {
            return (desk.Arrangement.WithEnd(slot, null), null);
        }

        if (!DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local))
        {
            return (null, "front.no-time");
        }

        var until = new DateTimeOffset(local, desk.Edition.Zone.GetUtcOffset(local)).ToUniversalTime();
        return until <= request.Room.Now ? (null, "front.past") : (desk.Arrangement.WithEnd(slot, until), null);
    }
}
