using System.Globalization;
using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>The numbers that readers saw at the items of a list: <c>start</c>, <c>reversed</c>, and <c>value</c> at an item (HTML, "ordinal value").</summary>
internal sealed class ListNumbers
{
    // Further ones are no numbers of a story.
    private const int Most = 9_999_999;

    private readonly Dictionary<IElement, int> numbers = [];

    // What a reader would number the next item.
    private int next = 1;

    private ListNumbers() { }

    /// <summary>Null for a list that is not numbered.</summary>
    /// <param name="warnings">Is told where the numbers cannot be kept.</param>
    public static ListNumbers? Of(IElement list, ImportWarnings warnings)
    {
        List<IElement> items = [.. list.Children.Where(child => child.LocalName == "li")];
        var counter = ListCounter.Of(list, items.FirstOrDefault());
        if (counter.Kind == ListCounterKind.None)
        {
            return null;
        }

        if (counter.Kind == ListCounterKind.Other)
        {
            warnings.Add($"A list that was counted otherwise than with numbers ({counter.Name}) is numbered 1, 2, 3: “{ImportWarnings.Short(items[0].TextContent)}”");
        }

        var step = list.HasAttribute("reversed") ? -1 : 1;
        var start = Read(list.GetAttribute("start")) ?? (step < 0 ? items.Count : 1);
        var read = new ListNumbers();
        read.Count(items, start, step);
        if (!read.numbers.Values.All(each => each is >= 0 and <= Most))
        {
            warnings.Add($"A list was numbered from {start}, which a list cannot be here; it is numbered from 1.");
            read.numbers.Clear();
            read.Count(items, null, 1);
        }

        return read;
    }

    /// <summary>Gives what was read last its number.</summary>
    /// <param name="item">The item that it was read from; null for words between items.</param>
    /// <param name="items">All that was read of the list so far.</param>
    /// <param name="first">Where what was read last begins.</param>
    public void Give(IElement? item, List<ListItem> items, int first)
    {
        var own = item is null ? -1 : items.FindIndex(first, each => each.Depth == 0);
        if (own >= 0)
        {
            var number = numbers[item!];
            items[own] = number == next ? items[own] : items[own] with { Number = number };
            next = number + 1;
        }

        // Words between items, or behind an inner list, had no number, and those after them keep theirs.
        for (var index = first; index < items.Count; index++)
        {
            if (index != own && items[index].Depth == 0)
            {
                items[index] = items[index] with { Depth = 1, Ordered = false };
            }
        }
    }

    // Without a start the items' own numbers do not count either.
    private void Count(List<IElement> items, int? start, int step)
    {
        var number = start ?? 1;
        foreach (var item in items)
        {
            number = start is null ? number : Read(item.GetAttribute("value")) ?? number;
            numbers[item] = number;
            number = unchecked(number + step);
        }
    }

    private static int? Read(string? number) => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
