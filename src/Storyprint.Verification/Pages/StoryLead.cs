using Storyprint.Stories.Canonical;

namespace Storyprint.Verification.Pages;

/// <summary>What stands for a story where its text does not fit: its standfirst, or the first words of its text, cut off behind some 200 characters.</summary>
internal static class StoryLead
{
    private const int Shortest = 97;
    private const int Longest = 200;

    /// <summary>Whether a text ends with it, whole or cut off where it may be.</summary>
    public static bool IsAtEndOf(string text, SealedLines lines)
    {
        var full = lines.Of("standfirst") is [var standfirst, ..] ? standfirst : lines.Of("text") is [var first, ..] ? first : string.Empty;
        var said = CanonicalLine.Normalize(text);
        if (said.EndsWith(full, StringComparison.Ordinal))
        {
            return true;
        }

        var cut = said.EndsWith('…') ? said[..^1].TrimEnd() : string.Empty;
        for (var length = Math.Min(full.Length, Longest); cut.Length > 0 && length >= Shortest; length--)
        {
            if (cut.EndsWith(full[..length].TrimEnd(), StringComparison.Ordinal))
            {
                return true;
            }
        }

        return false;
    }
}
