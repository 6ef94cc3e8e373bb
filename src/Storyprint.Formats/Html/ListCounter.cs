using System.Text.RegularExpressions;
using AngleSharp.Dom;

namespace Storyprint.Formats.Html;

/// <summary>How a list counts its items, by its element, its <c>type</c> and its style (HTML, "list-style-type").</summary>
/// <param name="Name">The word that the list says it with.</param>
internal readonly partial record struct ListCounter(ListCounterKind Kind, string Name)
{
    /// <param name="item">Its first item, which may say it too.</param>
    public static ListCounter Of(IElement list, IElement? item)
    {
        var said = Style(item) ?? item?.GetAttribute("type") ?? Style(list) ?? list.GetAttribute("type") ?? string.Empty;
        var isOrdered = list.LocalName == "ol";
        return said.Trim() switch
        {
            "a" or "A" or "i" or "I" => new(ListCounterKind.Other, said.Trim()),
            var name when Letters().IsMatch(name) => new(ListCounterKind.Other, name),
            var name when Numbers().IsMatch(name) => new(ListCounterKind.Numbers, name),
            var name => new(isOrdered ? ListCounterKind.Numbers : ListCounterKind.None, name),
        };
    }

    private static string? Style(IElement? element) =>
        element?.GetAttribute("style") is { } style && Declared().Match(style) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex(@"(?:^|;)\s*list-style(?:-type)?\s*:\s*([^;]*)", RegexOptions.IgnoreCase)]
    private static partial Regex Declared();

    [GeneratedRegex(@"\b(?:lower|upper)-(?:alpha|latin|roman|greek|armenian)|armenian|georgian|hebrew|hiragana|katakana|cjk-(?:earthly|heavenly)", RegexOptions.IgnoreCase)]
    private static partial Regex Letters();

    [GeneratedRegex(@"^1$|\bdecimal|\b(?:persian|arabic-indic|devanagari|bengali|gujarati|gurmukhi|kannada|khmer|lao|malayalam|mongolian|myanmar|oriya|tamil|telugu|thai|tibetan)\b|cjk-decimal|(?:simp|trad)-chinese|japanese-|korean-", RegexOptions.IgnoreCase)]
    private static partial Regex Numbers();
}

/// <summary>What stands before the items of a list.</summary>
internal enum ListCounterKind
{
    /// <summary>A bullet, or nothing.</summary>
    None,
    Numbers,

    /// <summary>Letters or Roman numerals.</summary>
    Other,
}
