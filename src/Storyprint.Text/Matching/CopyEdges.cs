using System.Globalization;

namespace Storyprint.Text.Matching;

/// <summary>
/// The marks at the very beginning and end of what was copied: whoever quotes puts marks around it, and whoever selects with a mouse misses one. They say nothing of
/// the words, unless another stop stands at the end than was published.
/// </summary>
internal static class CopyEdges
{
    /// <summary>Takes the marks before the first word and behind the last from both texts, where they only quote, cut or are missing in the copy.</summary>
    /// <returns>Whether there were any.</returns>
    public static bool Trim(string[] published, string[] copied)
    {
        var isTrimmed = false;
        var (first, firstCopied) = (HashedWord.Of(published[0]), HashedWord.Of(copied[0]));
        if (first.Count > 0 && firstCopied.Count > 0 && published[0][..first[0].Start] != copied[0][..firstCopied[0].Start])
        {
            (published[0], copied[0], isTrimmed) = (published[0][first[0].Start..], copied[0][firstCopied[0].Start..], true);
        }

        var (last, lastCopied) = (HashedWord.Of(published[^1]), HashedWord.Of(copied[^1]));
        if (last.Count > 0 && lastCopied.Count > 0 && Stop(copied[^1][lastCopied[^1].End..]) is var stop && (stop.Length == 0 || stop == Stop(published[^1][last[^1].End..]))
            && published[^1][last[^1].End..] != copied[^1][lastCopied[^1].End..])
        {
            (published[^1], copied[^1], isTrimmed) = (published[^1][..last[^1].End], copied[^1][..lastCopied[^1].End], true);
        }

        return isTrimmed;
    }

    private static string Stop(string marks) => string.Concat(marks.Where(mark => char.GetUnicodeCategory(mark) is not (UnicodeCategory.InitialQuotePunctuation
        or UnicodeCategory.FinalQuotePunctuation or UnicodeCategory.OpenPunctuation or UnicodeCategory.ClosePunctuation or UnicodeCategory.DashPunctuation or UnicodeCategory.SpaceSeparator
        or UnicodeCategory.Control) && mark is not ('…' or '"' or '\'')));
}
