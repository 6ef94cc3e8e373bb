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

    // Shorter lines stand on two pages by chance, unless they do so at one height.
    private const int FewLetters = 12;
    private const double SameHeight = 0.005;

    /// <param name="pages">The lines of each page with the share of its height at which each stands, counted from below.</param>
    public static IReadOnlyList<string> Behind(IReadOnlyList<IReadOnlyList<(string Text, double Height)>> pages)
    {
        List<string> folded = [.. pages.Select(page => string.Concat(page.Select(line => Folded(line.Text))))];
        var (text, furniture) = (new List<string>(), new List<string>());
        for (var page = 0; page < pages.Count; page++)
        {
            // What stands beyond a line that is surely no text is none either.
            var lines = pages[page];
            var first = 1 + lines.ToList().FindLastIndex(line => line.Height > 1 - Top && IsElsewhere(pages, page, line, folded));
            var end = lines.ToList().FindIndex(first, line => line.Height < Bottom && IsElsewhere(pages, page, line, folded));
            end = end < 0 ? lines.Count : end;
            text.AddRange(pages[page].Take(first..end).Select(line => line.Text));
            furniture.AddRange(pages[page].Where((_, index) => index < first || index >= end).Select(line => line.Text));
        }

        return [.. text, .. furniture.DistinctBy(Folded)];
    }

    private static bool IsElsewhere(IReadOnlyList<IReadOnlyList<(string Text, double Height)>> pages, int page, (string Text, double Height) line, List<string> folded)
    {
        var own = Folded(line.Text);
        return (own.Length >= FewLetters && folded.Where((_, index) => index != page).Any(other => other.Contains(own, StringComparison.Ordinal)))
            || pages.Where((_, index) => index != page).Any(other => other.Any(each => Math.Abs(each.Height - line.Height) < SameHeight && Numberless(each.Text) == Numberless(line.Text)));
    }

    private static string Folded(string line) => string.Concat(line.Where(character => !char.IsWhiteSpace(character))).ToLowerInvariant();

    // Page numbers differ from page to page.
    private static string Numberless(string line) => string.Concat(Folded(line).Where(character => !char.IsDigit(character)));
}
