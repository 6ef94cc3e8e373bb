using Storyprint.Text.Differences;
using Storyprint.Text.Matching;

namespace Storyprint.Tests.Text.Matching;

/// <summary>Copies of whole pages: what a page writes around the words of a story is not of the story, by <see cref="LineAnchors"/> and <see cref="AddressWords"/>.</summary>
public sealed class CopiesOfPagesTests
{
    private static readonly OriginalText Original = new(
    [
        new OriginalLine("headline", "The harbour opens its doors again", IsBeside: true),
        new OriginalLine("byline", "Maud Ferrier", IsBeside: true),
        new OriginalLine("byline", "Jens Holm", IsBeside: true),
        new OriginalLine("dateline", "Marlow Bay", IsBeside: true),
        new OriginalLine("text", "The ferries of the northern line stay in the harbour until the wind has turned."),
        new OriginalLine("head", "Day Readers"),
        new OriginalLine("row", "Monday 214"),
        new OriginalLine("row", "Tuesday –"),
        new OriginalLine("number", "Bring the key to the harbour office before nine."),
        new OriginalLine("text", "See library.example/catalogue for the hours of the reading room and its guests."),
    ]);

    private const string Page = """
        The harbour opens its doors again
        By Maud Ferrier and Jens Holm
        https://ledger.example/news/2001/the-harbour-opens-its-doors-again
        MARLOW BAY — The ferries of the northern line stay in the har-
        bour until the wind has turned.
        Day
        Readers
        Monday
        214
        Day
        Readers
        Tuesday
        –
        1. Bring the key to the harbour office before nine.
        See library.example/catalo
        gue for the hours of the reading room and its guests.
        """;

    [Fact]
    public void What_a_page_writes_around_the_words_is_not_called_different() => Assert.Empty(Compare(Page));

    [Fact]
    public void Capitals_of_a_page_are_typography_by_PageCapitals_in_the_text_as_in_the_list()
    {
        var copy = new CopyText(Page);
        var compared = CopyComparison.Of(copy, Original, "en", RunChain.Of(new SharedRuns(copy.Words).With(Original.Words)));
        Assert.Contains(compared.Differences, difference => difference is { Copy: "MARLOW BAY", Kind: CopyDifferenceKind.Typography });
        Assert.DoesNotContain(compared.Sections.OfType<CopySection.Ours>().SelectMany(section => section.Comparison.Paragraphs).SelectMany(paragraph => paragraph.Segments),
            segment => segment.Text.Contains("MARLOW", StringComparison.Ordinal) && segment.Class == DifferenceClass.Alteration);
    }

    [Theory]
    [InlineData("214", "241", "214")]
    [InlineData("before nine", "before ten", "nine")]
    [InlineData("Maud Ferrier", "Maud Fender", "Ferrier")]
    public void What_differs_among_them_is(string published, string copied, string named) =>
        Assert.Contains(Compare(Page.Replace(published, copied, StringComparison.Ordinal)), difference => difference.Original.Contains(named, StringComparison.Ordinal));

    [Theory]
    [InlineData("harbour", "harbeur", true)]
    [InlineData("کتابخانه", "کتابخاته", true)]
    [InlineData("harbour office", "harbour offlce", true)]
    [InlineData("quay", "quey", false)]
    [InlineData("harbour", "hexbeur", false)]
    [InlineData("harbour1", "harbour2", false)]
    [InlineData("140", "410", false)]
    [InlineData("", "harbour", false)]
    public void One_letter_of_a_long_word_may_be_a_reading_error_and_a_digit_never(string published, string read, bool isPossible) =>
        Assert.Equal(isPossible, ReadingErrors.IsPossible(published, read));

    [Fact]
    public void In_a_copy_that_a_machine_has_read_such_a_word_is_no_alteration()
    {
        var copy = Page.Replace("northern", "nortbern", StringComparison.Ordinal);
        Assert.Equal([CopyDifferenceKind.Reading], Compare(copy, isRecognised: true).Select(difference => difference.Kind));
        Assert.Equal([CopyDifferenceKind.Words], Compare(copy).Select(difference => difference.Kind));
    }

    private static List<CopyDifference> Compare(string text, bool isRecognised = false)
    {
        var copy = new CopyText(text) { IsRecognised = isRecognised };
        var chain = RunChain.Of(new SharedRuns(copy.Words).With(Original.Words));
        return [.. CopyComparison.Of(copy, Original, "en", chain).Differences.Where(difference => difference.Kind != CopyDifferenceKind.Typography)];
    }
}
