using Storyprint.Text.Differences;
using Storyprint.Text.Languages;
using Storyprint.Text.Reading;

namespace Storyprint.Tests.Text.Differences;

internal static class Compared
{
    public static TextComparison Texts(string[] before, string[] after, string? language = null) =>
        TextComparison.Of([.. before.Select(Paragraph)], [.. after.Select(Paragraph)], language);

    /// <summary>A comparison and the steps it took.</summary>
    public static (TextComparison Answer, long Steps) WithSteps(string[] before, string[] after, long allowed = WorkBudget.OfOneComparison)
    {
        var budget = new WorkBudget(allowed);
        return (TextComparison.Of([.. before.Select(Paragraph)], [.. after.Select(Paragraph)], null, budget), budget.Spent);
    }

    public static ParagraphDifference Pair(string before, string after, string? language = null) =>
        Texts([before], [after], language).Paragraphs.Single();

    /// <summary>Segments as a line: [-removed-]{+added+}, with ~ in the place of - and + for typography.</summary>
    public static string Line(string before, string after) => Line(Pair(before, after));

    public static string Line(ParagraphDifference paragraph) => string.Concat(paragraph.Segments.Select(segment => segment switch
    {
        { Kind: SegmentKind.Same } => segment.Text,
        { Class: DifferenceClass.Typography, Kind: SegmentKind.Removed } => $"[~{segment.Text}~]",
        { Class: DifferenceClass.Typography } => $"{{~{segment.Text}~}}",
        { Kind: SegmentKind.Removed } => $"[-{segment.Text}-]",
        _ => $"{{+{segment.Text}+}}",
    }));

    public static AlterationMarks Marks(string before, string after, string? language = null) =>
        Pair(before, after, language).Segments.Aggregate(AlterationMarks.None, (marks, segment) => marks | segment.Marks);

    /// <summary>An English paragraph, taken apart.</summary>
    public static TokenizedParagraph Tokenized(string text, string tag = "text") => new(new ComparedParagraph(tag, text), Language.Of("en"));

    private static ComparedParagraph Paragraph(string text) => new("text", text);
}
