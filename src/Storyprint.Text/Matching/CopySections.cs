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
                || (!passages[next].IsOurs && (passages[next].Count > MaxInserted || LineAnchors.IsRepeatedHead(copy, original, passages[next].From, passages[next].To) || IsBeside(passages[last]) || (next + 1 < passages.Count && IsBeside(passages[next + 1])))))
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
        if (original.Lines[line].IsBeside && HoldsWhole(found, line))
        {
            // Nothing of it differs: the other words are the page's.
            return null;
        }

        var shared = copy.Words.Skip(found.From).Take(found.Count).Count(word => published.Contains(word.Hash));
        return found.Count > MaxRewritten || published.Count == 0 || 2.0 * shared / (found.Count + published.Count) < MinSimilarity ? null
            : found with { OriginalFrom = original.FirstWord(line), OriginalTo = original.FirstWord(line + 1) };
    }

    private bool HoldsWhole(CopyPassage found, int line)
    {
        var published = original.Words.Skip(original.FirstWord(line)).Take(original.FirstWord(line + 1) - original.FirstWord(line)).Select(word => word.Hash).ToArray();
        var copied = copy.Words.Skip(found.From).Take(found.Count).Select(word => word.Hash).ToArray();
        return copied.AsSpan().IndexOf(published) >= 0;
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
        string[] published = [.. pieces.Select(piece => Cells(original.Slice(piece.Line!.Value, piece.OriginalFrom, piece.OriginalTo), piece))];
        string[] copied = [.. group.Select((passage, index) => passage.IsOurs ? Cells(Unmarked(Rejoined(passage), passage, index > 0 ? group[index - 1] : null), passage) : Rejoined(passage))];
        var isTrimmed = CopyEdges.Trim(published, copied);
        return new CopySection.Ours(group[0].From, group[^1].To)
        {
            Comparison = PageCapitals.AsTypography(TextComparison.Of([.. published.Select(Paragraph)], [.. copied.Select(Paragraph)], language)),
            Tags = [.. pieces.Select(piece => original.Lines[piece.Line!.Value].Tag)],
            IsCutBefore = isCutBefore,
            IsCutBehind = isCutBehind,
            IsTrimmed = isTrimmed,
            IsRecognised = copy.IsRecognised,
        };
    }

    private bool IsCutBefore(CopyPassage passage) => passage.Line is { } line && passage.OriginalFrom > original.FirstWord(line);

    private bool IsCutBehind(CopyPassage passage) => passage.Line is { } line && passage.OriginalTo < original.FirstWord(line + 1);

    // A cell with nothing but a dash is an empty one, and between two rows nobody knows which of them it is of.
    private string Cells(string text, CopyPassage passage) => original.Lines[passage.Line!.Value].Tag.Split('-')[0] is "row" or "head" ? EmptyCell().Replace(text, "") : text;

    [GeneratedRegex(@"(?<!\S)[\u2012-\u2015-](?!\S)", RegexOptions.CultureInvariant)]
    private static partial Regex EmptyCell();

    // What a page draws before a line is no mark of its text: the dash behind the place, the dots and numbers of a list.
    private string Unmarked(string text, CopyPassage passage, CopyPassage? before)
    {
        var line = original.Lines[passage.Line!.Value];
        var mark = passage.OriginalFrom > original.FirstWord(passage.Line.Value) ? null
            : line.Tag.StartsWith("number", StringComparison.Ordinal) ? NumberBefore().Match(text)
            : line.IsBeside || line.Tag.StartsWith("item", StringComparison.Ordinal) || (before is { Line: { } beside } && original.Lines[beside].Tag == "dateline") ? DashBefore().Match(text)
            : null;
        text = mark is { Success: true } && !line.Text.StartsWith(mark.Value, StringComparison.Ordinal) ? text[mark.Length..] : text;

        // Between a credit and what stands beside it, some pages draw a dot.
        return line.IsBeside && text.TrimEnd().EndsWith('·') && !line.Text.EndsWith('·') ? text.TrimEnd()[..^1] : text;
    }

    [GeneratedRegex(@"^\s*(?:[\u2012-\u2015-]\s+)*(?:\p{Nd}{1,4}|\p{L})[.)\u066B\u06D4]\s+", RegexOptions.CultureInvariant)]
    private static partial Regex NumberBefore();

    [GeneratedRegex(@"^\s*[\u2014\u2013\u2022\u25CF\u25E6\u25AA\u2043*-]\s*", RegexOptions.CultureInvariant)]
    private static partial Regex DashBefore();

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

        return BrokenWord().Replace(text, broken => IsOneWord(broken.Groups[1].Value, broken.Groups[2].Value) ? broken.Groups[1].Value : broken.Value);
    }

    // Addresses and long words are broken at the edge of a column without a sign. Only the original knows.
    private bool IsOneWord(string head, string tail)
    {
        var (before, behind, whole) = (HashedWord.Of(head), HashedWord.Of(tail), HashedWord.Of(head + tail));
        return before.Count > 0 && behind.Count > 0 && whole.Count == before.Count + behind.Count - 1 && Knows(whole[before.Count - 1].Hash)
            && !(Knows(before[^1].Hash) && Knows(behind[0].Hash));
    }

    // The words of an address are marked as such.
    private bool Knows(ulong hash) => words.Contains(hash) || words.Contains(~hash);

    [GeneratedRegex(@"(\S{1,200})\n(?=(\S{1,200}))", RegexOptions.CultureInvariant)]
    private static partial Regex BrokenWord();

    // One line. In a script without spaces the end of a line is no space.
    private static ComparedParagraph Paragraph(string text) => new("text", string.Join(' ', BreakOfUnspaced().Replace(text, "").Split(Breaks, StringSplitOptions.RemoveEmptyEntries)));

    private static readonly char[] Breaks = [' ', '\t', '\r', '\n', '\f', '\v', '\u2028', '\u2029'];

    // Thai to Khmer, kana, Han, and the marks of the last two.
    [GeneratedRegex(@"(?<=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFF0F])[ \t]*\n[ \t]*(?=[\u0E00-\u0EFF\u1000-\u109F\u1780-\u17FF\u3000-\u30FF\u3400-\u9FFF\uFF00-\uFF0F])", RegexOptions.CultureInvariant)]
    private static partial Regex BreakOfUnspaced();
}
