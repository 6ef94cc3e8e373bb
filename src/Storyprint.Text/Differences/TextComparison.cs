using Storyprint.Text.Languages;

namespace Storyprint.Text.Differences;

/// <summary>
/// All differences between two texts, paragraph by paragraph in reading order, removals before additions. Nothing is left out: both texts can be reassembled
/// from it exactly.
/// </summary>
public sealed record TextComparison
{
    public required IReadOnlyList<ParagraphDifference> Paragraphs { get; init; }

    /// <summary>Alterations in all paragraphs; an added or removed paragraph is one.</summary>
    public int Alterations => Paragraphs.Sum(paragraph => paragraph.Alterations);

    /// <summary>Differences in typography alone, in all paragraphs.</summary>
    public int TypographyChanges => Paragraphs.Sum(paragraph => paragraph.TypographyChanges);

    /// <summary>Paragraphs that stand in another order.</summary>
    public int Moved => Paragraphs.Count(paragraph => paragraph.Kind == ParagraphDifferenceKind.MovedHere);

    /// <summary>Paragraphs with another tag, such as a heading that became a quote.</summary>
    public int Retagged => Paragraphs.Count(paragraph => paragraph.FormerTag is not null);

    public bool IsIdentical => Paragraphs.All(paragraph => paragraph.Kind == ParagraphDifferenceKind.Same);

    /// <summary>Whether only typography differs; false for identical texts.</summary>
    public bool IsTypographyOnly => !IsIdentical && Alterations == 0 && Moved == 0 && Retagged == 0;

    internal ComparisonWords Words { get; private init; } = null!;

    /// <summary>Compares two texts. Work is bounded: stretches that would cost too much are shown as replaced as a whole.</summary>
    /// <param name="language">
    /// BCP 47 tag of the texts, for harmless changes, negations and numbers. Where it is null or unknown, no letters are variants and the negations of all
    /// languages count.
    /// </param>
    public static TextComparison Of(
        IReadOnlyList<ComparedParagraph> before, IReadOnlyList<ComparedParagraph> after, string? language = null) =>
        Of(before, after, language, new WorkBudget(WorkBudget.OfOneComparison));

    internal static TextComparison Of(
        IReadOnlyList<ComparedParagraph> before, IReadOnlyList<ComparedParagraph> after, string? language, WorkBudget budget) =>
        From(new ComparisonLines(before, after, Language.Of(language), budget));

    private static TextComparison From(ComparisonLines lines) => new() { Paragraphs = lines.ToList(), Words = lines.Words };
}
