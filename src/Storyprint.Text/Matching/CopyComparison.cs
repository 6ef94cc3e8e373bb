namespace Storyprint.Text.Matching;

/// <summary>A copy compared with one published text: what of it is ours and every difference in that, and what stands around it.</summary>
public sealed record CopyComparison
{
    /// <summary>In the order of the copy.</summary>
    public required IReadOnlyList<CopySection> Sections { get; init; }

    /// <summary>The gravest first.</summary>
    public required IReadOnlyList<CopyDifference> Differences { get; init; }

    /// <summary>How much of the published text the copy holds, altered or not, 0 to 1.</summary>
    public required double Share { get; init; }

    /// <summary>Whether all of the running text is there.</summary>
    public required bool IsWhole { get; init; }

    /// <summary>Whether every mark stands there too, the last stop among them.</summary>
    public bool IsExact => Differences.Count == 0 && Sections.All(section => section is CopySection.Ours { IsTrimmed: false });

    /// <summary>The published headline where the copy has our text from its beginning and something else above it; else null.</summary>
    public string? MissingHeadline { get; private init; }

    public int Alterations => Differences.Count(difference => difference.IsAlteration);

    /// <summary>Words of somebody else.</summary>
    public int ForeignWords => Sections.OfType<CopySection.Foreign>().Sum(section => section.Count);

    public bool HasForeignText => Sections.Any(section => section is CopySection.Foreign);

    /// <param name="language">BCP 47 tag of the original.</param>
    /// <param name="chain">The runs that both share.</param>
    public static CopyComparison Of(CopyText copy, OriginalText original, string? language, RunChain chain)
    {
        var passages = CopyAlignment.Of(copy, original, chain);
        var sections = new CopySections(copy, original, language).Of(passages);
        var covered = passages.Where(passage => passage.IsOurs).ToLookup(passage => passage.Line!.Value);
        var running = Enumerable.Range(0, original.Lines.Count).Where(line => !original.Lines[line].IsBeside && original.FirstWord(line + 1) > original.FirstWord(line)).ToList();
        var words = running.Sum(line => Covered(line));
        return new CopyComparison
        {
            Sections = sections,
            Differences = [.. sections.OfType<CopySection.Ours>().SelectMany(section => section.Differences).OrderBy(difference => difference.Kind)],
            Share = original.RunningWords == 0 ? 0 : Math.Min(1, words / (double)original.RunningWords),
            MissingHeadline = MissingIn(original, sections, running, covered),
            IsWhole = running.TrueForAll(line => Covered(line) >= original.FirstWord(line + 1) - original.FirstWord(line)),
        };

        int Covered(int line) => covered[line].Sum(passage => passage.OriginalTo - passage.OriginalFrom);
    }
    // A headline that shares no words with ours cannot be told from the words of a page; that ours is not there can be said.
    private static string? MissingIn(OriginalText original, List<CopySection> sections, List<int> running, ILookup<int, CopyPassage> covered) =>
        sections is [CopySection.Foreign, ..] && running is [var first, ..] && covered[first].Any(passage => passage.OriginalFrom == original.FirstWord(first))
            ? original.Lines.Take(first).Where((line, index) => line.Tag == "headline" && !covered[index].Any()).Select(line => line.Text).FirstOrDefault()
            : null;
}
