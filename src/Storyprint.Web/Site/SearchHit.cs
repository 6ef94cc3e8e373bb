using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Text.Folding;

namespace Storyprint.Web.Site;

/// <summary>A search result: headline and excerpt, split into matching words and others.</summary>
public sealed record SearchHit(
    StorySummary Card, IReadOnlyList<(string Text, bool IsHit)> Headline, IReadOnlyList<(string Text, bool IsHit)> Excerpt)
{
    private const int ExcerptLength = 240;

    public static SearchHit Create(StorySummary card, StoryContent? content, IReadOnlySet<string> words)
    {
        var texts = content is null ? [card.Standfirst] : content.Body.SelectMany(block => block.Texts).Prepend(card.Standfirst);
        var best = texts.FirstOrDefault(text => Found(text, words).Any()) ?? card.Standfirst;
        return new SearchHit(card, Mark(card.Headline, words), Mark(Cut(best, words), words));
    }

    private static IEnumerable<FoldedWord> Found(string text, IReadOnlySet<string> words) =>
        FoldedWord.Of(text).Where(word => words.Contains(word.Form));

    // A window around the first match, from space to space.
    private static string Cut(string text, IReadOnlySet<string> words)
    {
        if (text.Length <= ExcerptLength)
        {
            return text;
        }

        var first = Found(text, words).Select(word => word.Start).FirstOrDefault();
        var start = Math.Max(0, Math.Min(first - ExcerptLength / 3, text.Length - ExcerptLength));
        start = start == 0 ? 0 : text.IndexOf(' ', start) + 1;
        var end = Math.Min(text.Length, start + ExcerptLength);
        end = end == text.Length ? end : Math.Max(start + 1, text.LastIndexOf(' ', end - 1, end - start));
        return (start > 0 ? "… " : "") + text[start..end] + (end < text.Length ? " …" : "");
    }

    private static List<(string Text, bool IsHit)> Mark(string text, IReadOnlySet<string> words)
    {
        var parts = new List<(string, bool)>();
        var at = 0;
        foreach (var word in Found(text, words))
        {
            if (word.Start > at)
            {
                parts.Add((text[at..word.Start], false));
            }

            parts.Add((text.Substring(word.Start, word.Length), true));
            at = word.Start + word.Length;
        }

        if (at < text.Length)
        {
            parts.Add((text[at..], false));
        }

        return parts;
    }
}
