using System.Globalization;
using Storyprint.Stories.Editions.FrontPages;

namespace Storyprint.NewsroomPages.Front;

/// <summary>A place of the front page as forms name it: <c>Lead-0</c>, <c>Section-2-sea</c>.</summary>
internal static class SlotText
{
    public static string Of(FrontSlot slot) => string.Create(CultureInfo.InvariantCulture, $"{slot.Place}-{slot.Position}{(slot.Section is null ? "" : $"-{slot.Section}")}");

    public static bool TryParse(string? text, out FrontSlot slot)
    {
        var parts = (text ?? string.Empty).Split('-', 3);
        slot = parts.Length >= 2 && Enum.TryParse<FrontPlace>(parts[0], out var place) && Enum.IsDefined(place) && int.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var position)
            && position < place.Size && parts.Length == 3 == (place == FrontPlace.Section)
            ? new FrontSlot(place, position, parts.Length == 3 ? parts[2] : null)
            : new FrontSlot(FrontPlace.Lead, -1);
        return slot.Position >= 0;
    }
}
