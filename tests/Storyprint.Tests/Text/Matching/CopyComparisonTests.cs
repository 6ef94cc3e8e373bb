using Storyprint.Text.Matching;

namespace Storyprint.Tests.Text.Matching;

public sealed class CopyComparisonTests
{
    private const string Headline = "Old bridge opens again";
    private const string One = "The bridge over the inner harbour opened to traffic on Friday, two years after it was closed for repairs that nobody had foreseen.";
    private const string Two = "Lorries of up to eighteen tonnes may cross it, and ships of less than thirty metres pass under it without waiting for the flood.";
    private const string Three = "The library on the quay keeps its longer hours until the first storm of the autumn closes the road along the water.";

    private const string Foreign =
        """
        Somebody walked along the water yesterday evening and wrote down what he saw there, which was not very much, for the fog had come in and the lamps were out.
        He went home early and made himself a pot of tea, and then he sat down by the window and thought of other evenings, and of letters that he had never sent to anybody.
        The clock in the hall struck nine, and somewhere a dog answered it.
        """;

    private static readonly OriginalText Original = new([new("headline", Headline, IsBeside: true), new("text", One), new("text", Two), new("text", Three)]);

    [Fact]
    public void The_whole_text_is_whole_with_or_without_its_headline()
    {
        Assert.True(Compare($"{Headline}\n{One}\n{Two}\n{Three}") is { IsWhole: true, Share: 1, HasForeignText: false, Differences.Count: 0 });
        Assert.True(Compare($"{One} {Two} {Three}") is { IsWhole: true, Share: 1, HasForeignText: false, Differences.Count: 0 });
    }

    [Fact]
    public void An_excerpt_of_half_a_paragraph_differs_in_nothing()
    {
        var found = Compare("to traffic on Friday, two years after it was closed for repairs that nobody had foreseen. Lorries of up to eighteen tonnes may cross it, and ships");
        Assert.Empty(found.Differences);
        Assert.InRange(found.Share, 0.3, 0.5);
        Assert.True(Assert.IsType<CopySection.Ours>(Assert.Single(found.Sections)) is { IsCutBefore: true, IsCutBehind: true });
    }

    [Fact]
    public void Text_of_others_around_and_between_is_no_difference()
    {
        var found = Compare($"{Foreign}\n{One}\n{Foreign}\n{Three}\n{Foreign}");
        Assert.Empty(found.Differences);
        Assert.Equal([false, true, false, true, false], found.Sections.Select(section => section is CopySection.Ours));
        Assert.False(found.IsWhole);
    }

    [Fact]
    public void A_paragraph_left_out_and_one_put_in_are_alterations()
    {
        Assert.Equal((CopyDifferenceKind.LeftOut, Two), Only(Compare($"{One}\n{Three}"), difference => difference.Original));
        Assert.Equal((CopyDifferenceKind.Added, "The council had known of the cracks for years."), Only(Compare($"{One}\nThe council had known of the cracks for years.\n{Two}\n{Three}"), difference => difference.Copy));
    }

    [Fact]
    public void Words_of_a_page_between_the_headline_and_the_text_are_no_alteration()
    {
        var found = Compare($"The Ledger\nSearch\n{Headline.ToUpperInvariant()}\nPublished on a Friday at noon · Print · Story code\n{One}\n{Two}\n{Three}\nFront page\nArchive");
        Assert.Equal(0, found.Alterations);
        Assert.True(found is { IsWhole: true, HasForeignText: true });
    }

    [Fact]
    public void What_whoever_copied_says_is_left_out_is_no_alteration() =>
        Assert.Equal(0, Compare("The bridge over the inner harbour opened to traffic on Friday […] The library on the quay keeps its longer hours until the first storm of the autumn.").Alterations);

    [Fact]
    public void A_paragraph_in_another_place_has_moved() =>
        Assert.Equal(CopyDifferenceKind.Moved, Assert.Single(Compare($"{One}\n{Three}\n{Two}").Differences).Kind);

    [Fact]
    public void A_headline_written_anew_above_our_words_is_seen()
    {
        var found = Compare($"Old bridge burns down\n{One}\n{Two}\n{Three}");
        Assert.Contains(found.Differences, difference => difference.IsAlteration && difference.Original.Contains("opens", StringComparison.Ordinal) && difference.Copy.Contains("burns", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("closed", "closed", 0)]
    [InlineData("re-\npairs", "repairs", 0)]
    [InlineData("Fri-\nday", "Friday", 0)]
    [InlineData("re-\nfairs", "repairs", 1)]
    public void A_word_broken_over_a_line_is_one_word(string broken, string word, int alterations) =>
        Assert.Equal(alterations, Compare(One.Replace(word, broken, StringComparison.Ordinal)).Alterations);

    [Theory]
    [InlineData("Friday, two", "Friday two", CopyDifferenceKind.Punctuation)]
    [InlineData("nobody had", "somebody had", CopyDifferenceKind.Negation)]
    [InlineData("two years", "three years", CopyDifferenceKind.Date)]
    [InlineData("inner harbour", "2 harbours", CopyDifferenceKind.Number)]
    [InlineData("Friday", "Monday", CopyDifferenceKind.Date)]
    [InlineData("bridge", "brіdge", CopyDifferenceKind.LookAlike)]
    [InlineData("traffic", "bicycles", CopyDifferenceKind.Words)]
    [InlineData("Friday", "FRIDAY", CopyDifferenceKind.Typography)]
    [InlineData("The bridge", "A bridge", CopyDifferenceKind.Words)]
    [InlineData("had foreseen.", "had expected.", CopyDifferenceKind.Words)]
    public void A_difference_is_named_by_what_it_is(string before, string after, CopyDifferenceKind kind)
    {
        var difference = Assert.Single(Compare(One.Replace(before, after, StringComparison.Ordinal)).Differences);
        Assert.Equal(kind, difference.Kind);
    }

    [Fact]
    public void GappedExtension_goes_as_far_as_both_are_alike()
    {
        Assert.Equal((0, 0), GappedExtension.Of([1, 2, 3], [4, 5, 6]));
        Assert.Equal((3, 3), GappedExtension.Of([9, 2, 3, 7], [8, 2, 3, 6]));
        Assert.Equal((3, 2), GappedExtension.Of([9, 2, 3], [2, 3]));
    }

    [Fact]
    public void RunChain_leaves_out_a_coincidence_far_away_and_keeps_what_was_moved()
    {
        Assert.Equal(2, RunChain.Of([new(0, 0, 10), new(11, 11, 10)]).Runs.Count);
        Assert.Single(RunChain.Of([new(0, 0, 10), new(80, 300, 3)]).Runs);
        Assert.Equal(2, RunChain.Of([new(0, 50, 20), new(20, 0, 20)]).Runs.Count);
        Assert.Empty(RunChain.Of([]).Runs);
    }

    public static TheoryData<string, string> Hostile
    {
        get
        {
            var texts = FingerprintsTests.Hostile.Select(row => row.Data).Append(string.Concat(Enumerable.Repeat("one two three ", 4_000))).Append(string.Concat(Enumerable.Repeat("1 - \n", 12_000))).ToList();
            return [.. texts.Select(text => (text, Headline)), .. texts.Select(text => (text, text))];
        }
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_texts_are_compared_in_bounded_work(string copy, string original)
    {
        var text = new CopyText(StreamSafeText.Of(copy));
        var published = new OriginalText([new("text", StreamSafeText.Of(original)), new("text", One)]);
        _ = CopyComparison.Of(text, published, "en", RunChain.Of(new SharedRuns(text.Words).With(published.Words)));
    }

    private static (CopyDifferenceKind Kind, string Text) Only(CopyComparison comparison, Func<CopyDifference, string> text) =>
        Assert.Single(comparison.Differences) is var difference ? (difference.Kind, text(difference)) : default;

    private static CopyComparison Compare(string text)
    {
        var copy = new CopyText(text);
        return CopyComparison.Of(copy, Original, "en", RunChain.Of(new SharedRuns(copy.Words).With(Original.Words)));
    }
}
