using System.Globalization;
using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>The numbers of a list that does not count from 1: <c>start</c>, <c>reversed</c>, and <c>value</c> at an item (HTML, "ordinal value").</summary>
internal sealed class ListNumbers
{
    // Further ones are no numbers of a story.
    private const int Most = 9_999_999;

    private readonly Dictionary<IElement, int> numbers = [];

    // What a reader would number the next item.
    private int next = 1;

    private ListNumbers() { }

    /// <summary>Null for a list that counts from 1.</summary>
    /// <param name="warnings">Is told where the numbers cannot be kept.</param>
    public static ListNumbers? Of(IElement list, ImportWarnings warnings)
    {
        List<IElement> items = [.. list.Children.Where(child => child.LocalName == "li")];
        var isReversed = list.HasAttribute("reversed");
        var start = Read(list.GetAttribute("start")) ?? (isReversed ? items.Count : 1);
        if (!isReversed && start == 1 && !items.Exists(item => Read(item.GetAttribute("value")) is not null))
        {
            return null;
        }

        var read = new ListNumbers();
        var number = start;
        foreach (var item in items)
        {
            number = Read(item.GetAttribute("value")) ?? number;
            read.numbers[item] = number;
            number += isReversed ? -1 : 1;
        }

        if (read.numbers.Values.All(each => each is >= 0 and <= Most))
        {
            return read;
        }

        warnings.Add($"A list was numbered from {start}, which a list cannot be here; it is numbered from 1.");
        return null;
    }

    /// <summary>Gives what was read last its number.</summary>
    /// <param name="item">The item that it was read from; null for words between items.</param>
    /// <param name="items">All that was read of the list so far.</param>
    /// <param name="first">Where what was read last begins.</param>
    public void Give(IElement? item, List<ListItem> items, int first)
    {
        var own = items.FindIndex(first, each => each.Depth == 0);
        if (own < 0)
        {
            return;
        }

        if (item is not null && numbers[item] != next)
        {
            items[own] = items[own] with { Number = numbers[item] };
            next = numbers[item];
        }

        // Words behind an inner list are an item more.
        next += items.Skip(own).Count(each => each.Depth == 0);
    }

    private static int? Read(string? number) => int.TryParse(number, NumberStyles.Integer, CultureInfo.InvariantCulture, out var value) ? value : null;
}
