using System.Text.RegularExpressions;
using Storyprint.Text.Differences;

namespace Storyprint.Text.Matching;

/// <summary>Gathers the passages of a copy into stretches of ours, each compared as a whole, and what stands around them.</summary>
internal sealed partial class CopySections(CopyText copy, OriginalText original, string? language)
{
    // Something longer between two passages of ours is somebody else's text, and the passages are two excerpts.
    private const int MaxInserted = 60;

    // A headline or a first line that was written anew shares no three words with ours.
    private const int MaxRewritten = 40;
    private const double MinSimilarity = 0.25;

    private readonly HashSet<ulong> words = [.. original.Words.Select(word => word.Hash)];

    public List<CopySection> Of(IReadOnlyList<CopyPassage> passages)
    {
        var taken = passages.Where(passage => passage.IsOurs).Select(passage => passage.Line!.Value).ToHashSet();
        var sections = new List<CopySection>();
        for (var index = 0; index < passages.Count;)
        {
            if (!passages[index].IsOurs)
            {
                sections.Add(Foreign(passages[index].From, passages[index].To));
                index++;
                continue;
            }

            var last = LastOf(passages, index);
            List<CopyPassage> group = [.. passages.Take(last + 1).Skip(index)];
            index = last + 1;
            if (sections is [.., CopySection.Foreign before] && Rewritten(before.From, before.To, group[0], isBefore: true, taken) is { } head)
            {
                sections.RemoveAt(sections.Count - 1);
                if (head.From > before.From)
                {
                    sections.Add(Foreign(before.From, head.From));
                }

                group.Insert(0, head);
            }

            if (index < passages.Count && Rewritten(passages[index].From, passages[index].To, group[^1], isBefore: false, taken) is { } tail)
            {
                group.Add(tail);
                if (tail.To < passages[index].To)
                {
                    sections.Add(Ours(group, taken));
                    sections.Add(Foreign(tail.To, passages[index].To));
                    index++;
                    continue;
                }

                index++;
            }

            sections.Add(Ours(group, taken));
        }

        return sections;
    }

    // Beside a headline or a caption stand the words of a page: dates, buttons, names of sections.
    private bool IsBeside(CopyPassage passage) => passage.Line is { } line && original.Lines[line].IsBeside;

    // Short insertions between two passages of running text belong to the stretch: they change what it says.
    private int LastOf(IReadOnlyList<CopyPassage> passages, int first)
    {
        var last = first;
        for (var next = first + 1; next < passages.Count; next++)
        {
            if (copy.IsElided(passages[next].From, passages[next].From)
                || (!passages[next].IsOurs && (passages[next].Count > MaxInserted || IsBeside(passages[last]) || (next + 1 < passages.Count && IsBeside(passages[next + 1])))))
            {
                break;
            }

            last = passages[next].IsOurs ? next : last;
        }

        return last;
    }

    // The copy's line beside a stretch, where it resembles the original's line beside it.
    private CopyPassage? Rewritten(int from, int to, CopyPassage beside, bool isBefore, HashSet<int> taken)
    {
        var line = beside.Line!.Value + (isBefore ? -1 : 1);
        if (line < 0 || line >= original.Lines.Count || taken.Contains(line) || (isBefore ? beside.OriginalFrom > original.FirstWord(line + 1) : beside.OriginalTo < original.FirstWord(line)))
        {
            return null;
        }

        var edge = isBefore ? to - 1 : from + 1;
        while (isBefore ? edge > from && !copy.BeginsLine(edge) : edge < to && !copy.BeginsLine(edge))
        {
            edge += isBefore ? -1 : 1;
        }

        var found = isBefore ? new CopyPassage(edge, to, line) : new CopyPassage(from, edge, line);
        var published = original.Words.Skip(original.FirstWord(line)).Take(original.FirstWord(line + 1) - original.FirstWord(line)).Select(word => word.Hash).ToHashSet();
        var shared = copy.Words.Skip(found.From).Take(found.Count).Count(word => published.Contains(word.Hash));
        return found.Count > MaxRewritten || published.Count == 0 || 2.0 * shared / (found.Count + published.Count) < MinSimilarity ? null
            : found with { OriginalFrom = original.FirstWord(line), OriginalTo = original.FirstWord(line + 1) };
    }

    private CopySection.Foreign Foreign(int from, int to) => new(from, to, copy.Slice(from, to));

    private CopySection.Ours Ours(List<CopyPassage> group, HashSet<int> taken)
    {
        var ours = group.Where(passage => passage.IsOurs).ToList();
        taken.UnionWith(ours.Select(passage => passage.Line!.Value));
        var (first, last) = (ours.Min(passage => passage.Line!.Value), ours.Max(passage => passage.Line!.Value));
        var leftOut = Enumerable.Range(first, last - first + 1).Where(line => !taken.Contains(line) && !original.Lines[line].IsBeside)
            .Select(line => new CopyPassage(0, 0, line) { OriginalFrom = original.FirstWord(line), OriginalTo = original.FirstWord(line + 1) });
        List<CopyPassage> pieces = [.. ours.Concat(leftOut).OrderBy(passage => passage.Line).ThenBy(passage => passage.OriginalFrom)];
        var (isCutBefore, isCutBehind) = (IsCutBefore(group[0]), IsCutBehind(group[^1]));
        string[] published = [.. pieces.Select(piece => original.Slice(piece.Line!.Value, piece.OriginalFrom, piece.OriginalTo))];
        string[] copied = [.. group.Select(Rejoined)];
        var isTrimmed = CopyEdges.Trim(published, copied);
        return new CopySection.Ours(group[0].From, group[^1].To)
        {
            Comparison = TextComparison.Of([.. published.Select(Paragraph)], [.. copied.Select(Paragraph)], language),
            Tags = [.. pieces.Select(piece => original.Lines[piece.Line!.Value].Tag)],
            IsCutBefore = isCutBefore,
            IsCutBehind = isCutBehind,
            IsTrimmed = isTrimmed,
        };
    }

    private bool IsCutBefore(CopyPassage passage) => passage.Line is { } line && passage.OriginalFrom > original.FirstWord(line);

    private bool IsCutBehind(CopyPassage passage) => passage.Line is { } line && passage.OriginalTo < original.FirstWord(line + 1);

    // A word that a line's end has broken is one again, with its hyphen where the original has two words.
    private string Rejoined(CopyPassage passage)
    {
        var text = copy.Slice(passage.From, passage.To, IsCutBefore(passage), IsCutBehind(passage));
        foreach (var word in HashedWord.Of(text).Where(word => text.AsSpan(word.Start, word.End - word.Start).Contains('\n')).Reverse())
        {
            var broken = text[word.Start..word.End];
            var whole = string.Concat(broken.Where(character => character is not ('\r' or '\n') && (!words.Contains(word.Hash) || character is not ('-' or '\u2010'))));
            text = text[..word.Start] + whole + text[word.End..];
        }

        return text;
    }

    // One line. In a script without spaces the end of a line is no space.
    private static ComparedParagraph Paragraph(string text) => new("text", string.Join(' ', BreakOfUnspaced().Replace(text, "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries)));

    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '\f', '\v', '\u2028', '\u2029'];

    // Thai to Khmer, kana, Han, and the marks of the last two.
    [GeneratedRegex(@"(?<=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFF0F])[ \t]*\n[ \t]*(?=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFF0F])", RegexOptions.CultureInvariant)]
    private static partial Regex BreakOfUnspaced();
}
