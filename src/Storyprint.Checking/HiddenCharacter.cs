using System.Globalization;
using Storyprint.Stories.Canonical;

namespace Storyprint.Checking;

/// <summary>A character in a copy that shows nothing and that no spelling needs.</summary>
/// <param name="CodePoint">As <c>U+202E</c>.</param>
/// <param name="IsDirection">Whether it changes the order in which letters and digits are shown.</param>
/// <param name="After">What stands before it, to find it by.</param>
public sealed record HiddenCharacter(string CodePoint, bool IsDirection, string After)
{
    private const int MaxFound = 20;
    private const int Shown = 24;

    /// <summary>The first of them.</summary>
    internal static IReadOnlyList<HiddenCharacter> In(string text) => [.. InvisibleCharacters.In(text).Take(MaxFound).Select(found =>
    {
        var name = InvisibleCharacters.Name(text, found.Index);
        return new HiddenCharacter(name, IsOrder(name), VisibleText.Of(text[Math.Max(0, found.Index - Shown)..found.Index]).Trim());
    })];

    private static bool IsOrder(string name) => int.Parse(name.AsSpan(2), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
        is 0x200E or 0x200F or 0x061C or (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
