namespace Storyprint.Text.Matching;

/// <summary>
/// How far two texts go on alike beside a run that they share, words changed, added and left out allowed (a gapped extension, as in BLAST): what lies within is one
/// text altered, what lies beyond is another text.
/// </summary>
internal static class GappedExtension
{
    private const int Match = 2;
    private const int Change = -1;

    /// <summary>How far is looked.</summary>
    public const int MaxWords = 40;

    /// <param name="copy">The hashes of the words from the run outwards.</param>
    /// <param name="original">The same of the original.</param>
    /// <returns>How many words of each belong together.</returns>
    public static (int Copy, int Original) Of(ReadOnlySpan<ulong> copy, ReadOnlySpan<ulong> original)
    {
        var (height, width) = (Math.Min(copy.Length, MaxWords), Math.Min(original.Length, MaxWords));
        var scores = new int[height + 1, width + 1];
        var best = (Score: 0, Copy: 0, Original: 0);
        for (var row = 0; row <= height; row++)
        {
            for (var column = 0; column <= width; column++)
            {
                scores[row, column] = row == 0 || column == 0 ? Change * (row + column) : Math.Max(
                    scores[row - 1, column - 1] + (copy[row - 1] == original[column - 1] ? Match : Change),
                    Change + Math.Max(scores[row - 1, column], scores[row, column - 1]));
                if (scores[row, column] > best.Score)
                {
                    best = (scores[row, column], row, column);
                }
            }
        }

        return (best.Copy, best.Original);
    }
}
