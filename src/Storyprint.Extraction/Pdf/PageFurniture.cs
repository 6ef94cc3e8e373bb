using System.Text;

namespace Storyprint.Extraction.Pdf;

/// <summary>
/// What stands on every sheet beside its text: running heads and feet. It goes behind the text, so that a sentence that goes on over two pages is whole, and what it
/// names, a code or an address, is not lost.
/// </summary>
internal static class PageFurniture
{
    // Shares of a page's height.
    private const double Top = 0.15;
    private const double Bottom = 0.12;

    // Shorter lines stand on two pages by chance.
    private const int FewLetters = 6;

    /// <param name="pages">The lines of each page with the share of its height at which each stands, counted from below.</param>
    public static IReadOnlyList<string> Behind(IReadOnlyList<IReadOnlyList<(string Text, double Height)>> pages)
    {
        List<string> folded = [.. pages.Select(page => string.Concat(page.Select(line => Folded(line.Text))))];
        var (text, furniture) = (new List<string>(), new List<string>());
        for (var page = 0; page < pages.Count; page++)
        {
            var (first, end) = (0, pages[page].Count);
            while (first < end && pages[page][first].Height > 1 - Top && IsElsewhere(pages[page][first].Text, page, folded))
            {
                first++;
            }

            while (end > first && pages[page][end - 1].Height < Bottom && IsElsewhere(pages[page][end - 1].Text, page, folded))
            {
                end--;
            }

            text.AddRange(pages[page].Take(first..end).Select(line => line.Text));
            furniture.AddRange(pages[page].Where((_, index) => index < first || index >= end).Select(line => line.Text));
        }

        return [.. text, .. furniture.DistinctBy(Folded)];
    }

    private static bool IsElsewhere(string line, int page, List<string> folded) =>
        Folded(line) is var own && (own.Length < FewLetters || folded.Where((_, index) => index != page).Any(other => other.Contains(own, StringComparison.Ordinal)));

    // Page numbers differ from page to page.
    private static string Folded(string line)
    {
        var letters = new StringBuilder(line.Length);
        foreach (var character in line.Where(character => !char.IsWhiteSpace(character)))
        {
            letters.Append(char.IsDigit(character) ? '0' : char.ToLowerInvariant(character));
        }

        return letters.Replace("00", "0").Replace("00", "0").Replace("00", "0").ToString();
    }
}
