namespace Storyprint.Text.Matching;

/// <summary>
/// Divides a copy into passages that follow one line of the original each, and what stands around them, whatever lines the copy has itself: a page that was printed,
/// wrapped by a mail program or pasted without its paragraphs is divided as its original is.
/// </summary>
public sealed class CopyAlignment
{
    // A word changed at the very beginning or end of what was copied has no words in common behind it.
    private const int AtEdge = 4;

    // So many words more than the original has there are still taken for altered words of ours.
    private const int Added = 6;

    private readonly CopyText copy;
    private readonly OriginalText original;
    private readonly List<CopyPassage> passages = [];

    private CopyAlignment(CopyText copy, OriginalText original) => (this.copy, this.original) = (copy, original);

    /// <summary>The passages in the order of the copy, without gaps.</summary>
    public static IReadOnlyList<CopyPassage> Of(CopyText copy, OriginalText original, RunChain chain)
    {
        var alignment = new CopyAlignment(copy, original);
        foreach (var run in chain.Runs)
        {
            alignment.Take(run);
        }

        alignment.TakeAnchors(copy.Words.Count, original.Lines.Count);
        alignment.Finish();
        return alignment.passages;
    }

    // A run may go over several lines.
    private void Take(SharedRun run)
    {
        for (var taken = 0; taken < run.Count;)
        {
            var line = original.LineOf(run.Original + taken);
            var count = Math.Min(run.Count - taken, original.FirstWord(line + 1) - run.Original - taken);
            Take(new CopyPassage(run.Copy + taken, run.Copy + taken + count, line) { OriginalFrom = run.Original + taken, OriginalTo = run.Original + taken + count });
            taken += count;
        }
    }

    private void Take(CopyPassage next)
    {
        TakeAnchors(next.From, next.Line!.Value);
        Join(next);
    }

    private void TakeAnchors(int to, int endLine)
    {
        var (from, line) = passages is [.., var last] ? (last.To, last.Line!.Value + 1) : (Math.Max(0, to - LineAnchors.Nearby), 0);
        foreach (var anchor in LineAnchors.Between(copy, original, (from, to), line, endLine).ToList())
        {
            Join(anchor);
        }
    }

    private void Join(CopyPassage next)
    {
        var last = passages.Count > 0 ? passages[^1] : null;
        var between = next.From - (last?.To ?? 0);
        if (last is not null && between > 0 && TakeBeside(last, next))
        {
            return;
        }

        if (last is null)
        {
            var begun = Backwards(next, 0);
            Foreign(0, begun.From);
            passages.Add(begun);
        }
        else if (last.Line == next.Line && next.OriginalFrom >= last.OriginalTo && between <= next.OriginalFrom - last.OriginalTo + Added)
        {
            passages[^1] = last with { To = next.To, OriginalTo = next.OriginalTo };
        }
        else if (between <= Missing(last, next) + Added && (between == 0 || !(HasLabels(last, next) || LineAnchors.IsRepeatedHead(copy, original, last.To, next.From))) && !copy.IsElided(last.To, next.From))
        {
            var cut = Cut(last, next);
            var isSameLine = last.Line == next.Line;
            passages[^1] = last with { To = cut, OriginalTo = isSameLine ? last.OriginalTo : original.FirstWord(last.Line!.Value + 1) };
            passages.Add(next with { From = cut, OriginalFrom = isSameLine ? next.OriginalFrom : original.FirstWord(next.Line!.Value) });
        }
        else
        {
            passages[^1] = last = Forwards(last, next.From);
            next = Backwards(next, last.To);
            Foreign(last.To, next.From);
            passages.Add(next);
        }
    }

    // Between a headline, a name, a caption and what follows it stand words of the page: "By", a date. They are foreign where nothing of ours is altered there.
    private bool TakeBeside(CopyPassage last, CopyPassage next)
    {
        var lines = Enumerable.Range(last.Line!.Value + 1, Math.Max(0, next.Line!.Value - last.Line.Value - 1)).ToList();
        if (next.Line <= last.Line || last.OriginalTo < original.FirstWord(last.Line.Value + 1) || next.OriginalFrom > original.FirstWord(next.Line.Value)
            || !lines.TrueForAll(line => original.Lines[line].IsBeside) || (lines.Count == 0 && !original.Lines[last.Line.Value].IsBeside && !original.Lines[next.Line.Value].IsBeside))
        {
            return false;
        }

        var (found, from) = (new List<CopyPassage>(), last.To);
        foreach (var line in lines)
        {
            var (first, count) = (original.FirstWord(line), original.FirstWord(line + 1) - original.FirstWord(line));
            if (Find(first, count, from, next.From) is { } at)
            {
                found.Add(new CopyPassage(at, from = at + count, line) { OriginalFrom = first, OriginalTo = first + count });
            }
            else if (original.Lines[line].Tag == "byline" || Enumerable.Range(from, next.From - from).Any(word => original.Has(line, copy.Words[word].Hash)))
            {
                // A name or words in its place: an alteration.
                return false;
            }
        }

        foreach (var passage in found.Append(next))
        {
            Foreign(passages[^1].To, passage.From);
            passages.Add(passage);
        }

        return true;
    }

    // Where some words of the original stand in the copy.
    private int? Find(int first, int count, int from, int to)
    {
        for (var at = from; at + count <= to; at++)
        {
            var index = 0;
            while (index < count && copy.Words[at + index].Hash == original.Words[first + index].Hash)
            {
                index++;
            }

            if (index == count)
            {
                return at;
            }
        }

        return null;
    }

    private void Finish()
    {
        if (passages.Count > 0)
        {
            passages[^1] = Forwards(passages[^1], copy.Words.Count);
        }

        Foreign(passages.Count > 0 ? passages[^1].To : 0, copy.Words.Count);
    }

    private void Foreign(int from, int to)
    {
        if (from < to)
        {
            passages.Add(new CopyPassage(from, to));
        }
    }

    // Before a byline or a caption stand words of the page: "by", "and", "drawing".
    private bool HasLabels(CopyPassage last, CopyPassage next) => last.Line != next.Line && (original.Lines[last.Line!.Value].IsBeside || original.Lines[next.Line!.Value].IsBeside);

    // The words of the original between two passages, as far as they can stand between them in the copy.
    private int Missing(CopyPassage last, CopyPassage next)
    {
        var left = original.FirstWord(last.Line!.Value + 1) - last.OriginalTo;
        return last.Line == next.Line ? Math.Max(0, next.OriginalFrom - last.OriginalTo) : left + next.OriginalFrom - original.FirstWord(next.Line!.Value);
    }

    // Where a passage ends and the next begins: at a line of the copy, or where the original's line has as many words.
    private int Cut(CopyPassage last, CopyPassage next)
    {
        if (last.Line == next.Line)
        {
            return next.From;
        }

        for (var word = last.To; word <= next.From; word++)
        {
            if (copy.BeginsLine(word))
            {
                return word;
            }
        }

        return Math.Min(next.From, last.To + original.FirstWord(last.Line!.Value + 1) - last.OriginalTo);
    }

    // The beginning of what was copied: as far back as both go on alike, and a word or two more where a line of the copy begins there.
    private CopyPassage Backwards(CopyPassage passage, int earliest)
    {
        var first = original.FirstWord(passage.Line!.Value);
        var (words, place) = GappedExtension.Of(Before(copy.Words, passage.From, earliest), Before(original.Words, passage.OriginalFrom, first));
        var (from, begin) = (passage.From - words, passage.OriginalFrom - place);
        var start = from;
        while (start > earliest && from - start < AtEdge && (!copy.BeginsLine(start) || IsAsLong(start, begin - first)))
        {
            start--;
        }

        if (start < from && copy.BeginsLine(start) && begin > first)
        {
            begin = Math.Max(first, begin - (from - start));
            from = start;
        }

        return passage with { From = from, OriginalFrom = from < passage.From && begin - first <= AtEdge ? first : begin };

        // The line before may be the rest of the paragraph, which a mail program has wrapped.
        bool IsAsLong(int word, int missing) => word == from && missing <= AtEdge && (word - missing == 0 || (word - missing > earliest && copy.BeginsLine(word - missing)));
    }

    private CopyPassage Forwards(CopyPassage passage, int latest)
    {
        var end = original.FirstWord(passage.Line!.Value + 1);
        var (words, place) = GappedExtension.Of(Behind(copy.Words, passage.To, latest), Behind(original.Words, passage.OriginalTo, end));
        var (to, until) = (passage.To + words, passage.OriginalTo + place);
        var stop = to;
        while (stop < latest && stop - to < AtEdge && (!copy.BeginsLine(stop) || IsAsLong(stop, end - until)))
        {
            stop++;
        }

        if (stop > to && (stop == copy.Words.Count || copy.BeginsLine(stop)) && until < end)
        {
            until = Math.Min(end, until + (stop - to));
            to = stop;
        }

        return passage with { To = to, OriginalTo = to > passage.To && end - until <= AtEdge ? end : until };

        bool IsAsLong(int word, int missing) => word == to && missing <= AtEdge && (word + missing == copy.Words.Count || (word + missing < latest && copy.BeginsLine(word + missing)));
    }

    private static ulong[] Before(IReadOnlyList<HashedWord> words, int end, int first) =>
        [.. Enumerable.Range(1, Math.Clamp(end - first, 0, GappedExtension.MaxWords)).Select(back => words[end - back].Hash)];

    private static ulong[] Behind(IReadOnlyList<HashedWord> words, int start, int end) =>
        [.. Enumerable.Range(start, Math.Clamp(end - start, 0, GappedExtension.MaxWords)).Select(word => words[word].Hash)];
}
