using Storyprint.Text.Differences;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Rule: a paragraph break is white space. Where a run of paragraphs differs only in its breaks, both sides get the new breaks.</summary>
internal static class ParagraphBreaks
{
    public static (IReadOnlyList<ComparedParagraph> Before, IReadOnlyList<ComparedParagraph> After) Levelled(
        IReadOnlyList<ComparedParagraph> before, IReadOnlyList<ComparedParagraph> after)
    {
        var (start, shared) = (0, Math.Min(before.Count, after.Count));
        while (start < shared && before[start] == after[start])
        {
            start++;
        }

        var end = 0;
        while (end < shared - start && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var (old, now) = (Middle(before), Middle(after));
        return old.Count != now.Count && old.Count > 0 && now.Count > 0 && old.Concat(now).All(EndsSentence) && Joined(old) == Joined(now)
            ? ([.. before.Take(start), .. now, .. before.TakeLast(end)], after)
            : (before, after);

        List<ComparedParagraph> Middle(IReadOnlyList<ComparedParagraph> lines) => [.. lines.Take(lines.Count - end).Skip(start)];
    }

    // An unfinished sentence or an open quotation may be read differently after a break.
    private static bool EndsSentence(ComparedParagraph line) => line.Tag == "text" && line.Text.TrimEnd() is { Length: > 0 } text && text[^1] is '.' or '!' or '?' or '؟' or '…';

    private static string Joined(List<ComparedParagraph> lines) =>
        string.Join(' ', lines.SelectMany(line => line.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)));
}
