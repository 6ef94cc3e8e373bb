using System.Globalization;
using System.Text;
using Storyprint.Stories.Canonical;

namespace Storyprint.Checking;

/// <summary>A text as readers see it: without characters that show nothing, of which a copy may have others than what was published.</summary>
internal static class VisibleText
{
    public static string Of(string text)
    {
        var needless = InvisibleCharacters.In(text).SelectMany(found => Enumerable.Range(found.Index, found.Length)).ToHashSet();
        if (needless.Count == 0 && !text.Any(IsDropped))
        {
            return text;
        }

        var visible = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (!needless.Contains(index) && !IsDropped(text[index]))
            {
                visible.Append(text[index]);
            }
        }

        return visible.ToString();
    }

    // Joiners stay where a script needs them: they are spelling. The others order and break lines, and each program that copies sets its own.
    private static bool IsDropped(char character) =>
        character is not ('\u200C' or '\u200D') && (CharUnicodeInfo.GetUnicodeCategory(character) == UnicodeCategory.Format || character == '\u200B');
}
