using System.Collections.Concurrent;
using System.Globalization;

namespace Storyprint.Formats.Languages;

/// <summary>The writing system of words, told by the blocks of Unicode.</summary>
internal static class Script
{
    private const int FewLetters = 12;

    private static readonly (char First, char Last, string Name)[] Blocks =
    [
        ('A', '\u024F', "Latin"), ('\u0370', '\u03FF', "Greek"), ('\u0400', '\u052F', "Cyrillic"), ('\u0530', '\u058F', "Armenian"), ('\u0590', '\u05FF', "Hebrew"),
        ('\u0600', '\u06FF', "Arabic"), ('\u0750', '\u08FF', "Arabic"), ('\u0900', '\u097F', "Devanagari"), ('\u0980', '\u09FF', "Bengali"), ('\u0A00', '\u0A7F', "Gurmukhi"),
        ('\u0A80', '\u0AFF', "Gujarati"), ('\u0B00', '\u0B7F', "Odia"), ('\u0B80', '\u0BFF', "Tamil"), ('\u0C00', '\u0C7F', "Telugu"), ('\u0C80', '\u0CFF', "Kannada"),
        ('\u0D00', '\u0D7F', "Malayalam"), ('\u0D80', '\u0DFF', "Sinhala"), ('\u0E00', '\u0E7F', "Thai"), ('\u0E80', '\u0EFF', "Lao"), ('\u0F00', '\u0FFF', "Tibetan"),
        ('\u1000', '\u109F', "Burmese"), ('\u10A0', '\u10FF', "Georgian"), ('\u1100', '\u11FF', "Hangul"), ('\u1200', '\u139F', "Ethiopic"), ('\u1780', '\u17FF', "Khmer"),
        ('\u1E00', '\u1EFF', "Latin"), ('\u1F00', '\u1FFF', "Greek"), ('\u3040', '\u30FF', "Han"), ('\u3400', '\u9FFF', "Han"), ('\uAC00', '\uD7AF', "Hangul"), ('\uFB50', '\uFDFF', "Arabic"),
    ];

    private static readonly string[] Names = [.. Blocks.Select(block => block.Name).Distinct()];

    private static readonly ConcurrentDictionary<string, string> Known = new(StringComparer.Ordinal);

    /// <summary>The script that most letters are of, or empty where there are none.</summary>
    public static string Of(string words)
    {
        Span<int> counts = stackalloc int[Names.Length];
        foreach (var character in words)
        {
            if (char.IsLetter(character) && Name(character) is { Length: > 0 } name)
            {
                counts[Array.IndexOf(Names, name)]++;
            }
        }

        var most = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            most = counts[i] > counts[most] ? i : most;
        }

        return counts[most] == 0 ? string.Empty : Names[most];
    }

    /// <summary>Whether there are letters enough to say so.</summary>
    public static bool IsSure(string words) => words.Count(char.IsLetter) >= FewLetters;

    /// <summary>The script that a language is written in: that of its own name. Empty for a language that is not known.</summary>
    /// <param name="language">A tag such as <c>fa</c> or <c>sr-Latn</c>.</param>
    public static string OfLanguage(string language) => Known.GetOrAdd(language, Read);

    private static string Read(string language)
    {
        try
        {
            var culture = CultureInfo.GetCultureInfo(language);
            return culture.ThreeLetterISOLanguageName.Length == 0 || culture.NativeName == language ? string.Empty : Of(culture.NativeName.Split('(')[0]);
        }
        catch (CultureNotFoundException)
        {
            // Safe: nothing is said about a language that nobody knows.
            return string.Empty;
        }
    }

    private static string Name(char letter)
    {
        foreach (var (first, last, name) in Blocks)
        {
            if (letter >= first && letter <= last)
            {
                return name;
            }
        }

        return string.Empty;
    }
}
