using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>Doubts whether what was found on a page is its story: menus and teasers look alike on every site, and a page that is wrong must not be public.</summary>
internal static class BodyDoubt
{
    private const int FewLetters = 60;
    private const int FewLines = 6;
    private const int LongLine = 60;

    /// <summary>Why it may not be the story, as a clause; null where nothing speaks against it.</summary>
    /// <param name="around">Everything on the page.</param>
    public static string? Of(IReadOnlyList<Block> body, IReadOnlyList<Block> around)
    {
        var letters = body.Sum(block => block.RichTexts.Sum(text => Letters(text.Plain)));
        var linked = body.Sum(block => block.RichTexts.Sum(text => text.Runs.Where(run => run.Link is not null).Sum(run => Letters(run.Text))));
        var lines = Lines(body).ToList();
        return letters > FewLetters && linked * 2 > letters ? "What was found on the page is mostly links, as menus are"
            : lines.Count >= FewLines && Prose(lines) * 2 < lines.Sum(Letters) ? "What was found on the page is mostly short lines, as menus are"
            : Prose(Lines(around)) > Prose(lines) * 3 ? "Most text of the page stands beside the part that was taken for the story"
            : null;
    }

    // A table has short lines by its nature.
    private static IEnumerable<string> Lines(IReadOnlyList<Block> body) =>
        body.Where(block => block is not Table).SelectMany(block => block.RichTexts).SelectMany(text => text.Plain.Split('\n')).Where(line => Letters(line) > 0);

    private static int Prose(IEnumerable<string> lines) => lines.Where(IsProse).Sum(Letters);

    private static bool IsProse(string line) =>
        line.TrimEnd(' ', '"', '\'', '”', '’', '»', ')', ']') is [.., '.' or '!' or '?' or '…' or ':' or ';' or '؟' or '؛' or '۔' or '。' or '！' or '？' or '।'] || Letters(line) >= LongLine;

    private static int Letters(string text) => text.Count(char.IsLetterOrDigit);
}
