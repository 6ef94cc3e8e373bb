namespace Storyprint.Stories.Editions.FrontPages;

/// <summary>A place of a front page.</summary>
/// <param name="Section">The slug of the section whose block it is in; null for the other places.</param>
public sealed record FrontSlot(FrontPlace Place, int Position, string? Section = null);

/// <summary>What an editor does with an arrangement.</summary>
public static class FrontChanges
{
    extension(FrontPin pin)
    {
        public FrontSlot Slot => new(pin.Place, pin.Position, pin.Section);
    }

    extension(FrontArrangement arrangement)
    {
        /// <summary>The pin in a place, or null where the rule fills it.</summary>
        public FrontPin? PinIn(FrontSlot slot) => arrangement.Pins.FirstOrDefault(pin => pin.Slot == slot);

        /// <summary>Puts a story into a place. The one that stands there changes places with it, or goes back to the rule.</summary>
        public FrontArrangement WithStory(string story, FrontSlot slot)
        {
            var moved = arrangement.Pins.FirstOrDefault(pin => pin.Story == story);
            if (moved?.Slot == slot)
            {
                return arrangement;
            }

            var other = arrangement.PinIn(slot);
            return arrangement with
            {
                Pins =
                [
                    .. arrangement.Pins.Where(pin => pin != moved && pin != other),
                    .. moved is not null && other is not null ? [other.In(moved.Slot)] : (FrontPin[])[],
                    (moved ?? new FrontPin { Place = slot.Place, Story = story }).In(slot),
                ],
            };
        }

        /// <summary>Gives a place back to the rule.</summary>
        public FrontArrangement Without(FrontSlot slot) => arrangement with { Pins = [.. arrangement.Pins.Where(pin => pin.Slot != slot)] };

        /// <summary>Lets a pin end at a time, or when an editor takes it off.</summary>
        public FrontArrangement WithEnd(FrontSlot slot, DateTimeOffset? until) =>
            arrangement with { Pins = [.. arrangement.Pins.Select(pin => pin.Slot == slot ? pin with { Until = until } : pin)] };

        /// <summary>Moves the block of a section up or down among all of them.</summary>
        /// <param name="all">The slugs of the blocks as they stand.</param>
        public FrontArrangement WithSectionMoved(IReadOnlyList<string> all, string section, int by)
        {
            var order = all.ToList();
            var from = order.IndexOf(section);
            if (from < 0)
            {
                return arrangement;
            }

            order.RemoveAt(from);
            order.Insert(Math.Clamp(from + by, 0, order.Count), section);
            return arrangement with { Sections = order };
        }

        /// <summary>The same without the pins that have ended.</summary>
        public FrontArrangement Current(DateTimeOffset now) => arrangement with { Pins = [.. arrangement.At(now)] };
    }

    private static FrontPin In(this FrontPin pin, FrontSlot slot) => pin with { Place = slot.Place, Position = slot.Position, Section = slot.Section };
}
