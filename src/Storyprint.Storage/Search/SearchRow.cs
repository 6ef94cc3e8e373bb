using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Text.Folding;

namespace Storyprint.Storage.Search;

/// <summary>A story's columns in the full-text index: folded words, separated by spaces.</summary>
internal sealed record SearchRow(string Headline, string Standfirst, Utf8Text Body, string Byline, string Splits)
{
    public static SearchRow From(StoryContent content)
    {
        var body = content.Body.SelectMany(block => block.Texts).Append(content.Sources?.Plain ?? string.Empty).ToList();
        return new(
            Words([content.Kicker, content.Headline]), Words([content.Standfirst]), Utf8Text.From(Words([content.Dateline, .. body])),
            Words([.. content.Bylines, .. content.Topics]),
            string.Join(' ', body.Prepend(content.Standfirst).Prepend(content.Headline).SelectMany(FoldedWord.SplitForms)));
    }

    /// <summary>The folded words of separate texts.</summary>
    internal static string Words(IReadOnlyList<string> texts)
    {
        var words = new StringBuilder(texts.Sum(text => text.Length + 1));
        foreach (var text in texts)
        {
            Append(words, text);
        }

        return words.ToString();
    }

    // No word spans a space, so each stretch between spaces is folded on its own; most, in most languages, are plain ASCII and need no string of their own.
    private static void Append(StringBuilder words, string text)
    {
        foreach (var range in text.AsSpan().Split(' '))
        {
            var stretch = text.AsSpan(range);
            if (Ascii.IsValid(stretch) && !stretch.Contains('\n'))
            {
                AppendPlain(words, stretch);
                continue;
            }

            foreach (var word in FoldedWord.Of(stretch.ToString()))
            {
                Space(words).Append(word.Form);
            }
        }
    }

    private static void AppendPlain(StringBuilder words, ReadOnlySpan<char> stretch)
    {
        Span<char> lower = stackalloc char[64];
        while (stretch.IndexOfAnyInRange('0', 'z') is var start and >= 0)
        {
            stretch = stretch[start..];
            var length = 0;
            while (length < stretch.Length && char.IsAsciiLetterOrDigit(stretch[length]))
            {
                length++;
            }

            if (length == 0)
            {
                stretch = stretch[1..];
                continue;
            }

            Space(words);
            for (var rest = stretch[..length]; rest.Length > 0; rest = rest[Math.Min(rest.Length, lower.Length)..])
            {
                Ascii.ToLower(rest[..Math.Min(rest.Length, lower.Length)], lower, out var written);
                words.Append(lower[..written]);
            }

            stretch = stretch[length..];
        }
    }

    private static StringBuilder Space(StringBuilder words) => words.Length > 0 ? words.Append(' ') : words;
}
