using System.Text;
using AngleSharp.Dom;
using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>The words of elements as readers see them: elements inside a line join their words, others part them.</summary>
internal static class PageText
{
    private static readonly HashSet<string> Inline = new(StringComparer.OrdinalIgnoreCase) { "a", "b", "bdi", "code", "em", "i", "small", "span", "strong", "sub", "sup", "wbr", "time", "del", "ins" };

    /// <summary>All words in an element.</summary>
    public static string Of(INode node)
    {
        var text = new StringBuilder();
        Add(node, text, isDeep: true);
        return text.ToString();
    }

    /// <summary>The words in an element that stand in no element of a line's own below it. Here spans, and links that touch, part words: the interface sets them side by side.</summary>
    public static string OwnOf(IElement element)
    {
        var text = new StringBuilder();
        Add(element, text, isDeep: false);
        return text.ToString();
    }

    /// <summary>All words in the first element below another that a selector finds; none where there is no such element.</summary>
    public static string Of(IParentNode within, string selector) => within.QuerySelector(selector) is { } element ? Of(element) : string.Empty;

    /// <summary>All words in an element but those of some elements in it.</summary>
    public static string Without(IElement element, string selector)
    {
        var rest = (IElement)element.Clone(deep: true);
        foreach (var other in rest.QuerySelectorAll(selector).ToList())
        {
            other.Remove();
        }

        return Of(rest);
    }

    /// <summary>Whether two texts are the same to the letter, but for white space and hints where a line may break.</summary>
    public static bool IsSame(string one, string other) => CanonicalLine.Normalize(one) == CanonicalLine.Normalize(other);

    public static bool IsInline(IElement element) => Inline.Contains(element.LocalName);

    /// <summary>Whether an element is the number that paper gives to a link.</summary>
    public static bool IsLinkNumber(IElement element) => element.LocalName == "sup" && element.ClassList.Contains("note");

    private static void Add(INode node, StringBuilder text, bool isDeep)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is IText words)
            {
                text.Append(words.Data);
            }
            else if (child is IElement element)
            {
                // The number of a printed link is attached to a word but is not part of the story.
                if (!isDeep && IsLinkNumber(element))
                {
                    continue;
                }

                var isApart = !IsInline(element) || IsLinkNumber(element) || (!isDeep && (element.LocalName == "span" || element is { LocalName: "a", PreviousSibling: IElement { LocalName: "a" } }));
                text.Append(isApart ? " " : "");
                if (isDeep || IsInline(element))
                {
                    Add(element, text, isDeep);
                }

                text.Append(isApart ? " " : "");
            }
        }
    }
}
