namespace Storyprint.Text.Matching;

/// <summary>
/// Lines of the original that stand word for word in a gap between two passages, and that are too short to be found by runs of words: the names of a byline, a place,
/// the rows of a table.
/// </summary>
internal static class LineAnchors
{
    // What stands farther away is in another part of the page.
    public const int Nearby = 80;

    /// <summary>The lines from <paramref name="firstLine"/> to before <paramref name="endLine"/> that stand in these words of the copy, in order.</summary>
    public static IEnumerable<CopyPassage> Between(CopyText copy, OriginalText original, (int From, int To) gap, int firstLine, int endLine)
    {
        var from = gap.From;
        for (var line = firstLine; line < endLine; line++)
        {
            var (first, count) = (original.FirstWord(line), original.FirstWord(line + 1) - original.FirstWord(line));
            if (count > 0 && Find(copy, original, first, count, from, Math.Min(gap.To, from + Nearby)) is { } at)
            {
                yield return new CopyPassage(at, at + count, line) { OriginalFrom = first, OriginalTo = first + count };
                from = at + count;
            }
        }
    }

    /// <summary>Whether these words of the copy are the head of a table, which stands again where the table goes on in another column or on another page.</summary>
    public static bool IsRepeatedHead(CopyText copy, OriginalText original, int from, int to)
    {
        for (var line = 0; line < original.Lines.Count; line++)
        {
            var count = original.FirstWord(line + 1) - original.FirstWord(line);
            if (count > 0 && count == to - from && original.Lines[line].Tag.Split('-')[0] == "head"
                && IsAt(copy, original, original.FirstWord(line), count, from))
            {
                return true;
            }
        }

        return false;
    }

    private static int? Find(CopyText copy, OriginalText original, int first, int count, int from, int to)
    {
        for (var at = from; at + count <= to; at++)
        {
            // One word stands anywhere.
            if ((count > 1 || copy.BeginsLine(at)) && IsAt(copy, original, first, count, at))
            {
                return at;
            }
        }

        return null;
    }

    private static bool IsAt(CopyText copy, OriginalText original, int first, int count, int at)
    {
        for (var word = 0; word < count; word++)
        {
            if (copy.Words[at + word].Hash != original.Words[first + word].Hash)
            {
                return false;
            }
        }

        return true;
    }
}
