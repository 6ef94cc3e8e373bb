using Storyprint.Text.Differences;
using Storyprint.Text.Reading;

namespace Storyprint.Tests.Text.Differences;

public sealed class ParagraphPairsTests
{
    private const string Ferry = "The ferry to the island was cancelled on Monday because of the storm.";
    private const string Museum = "The museum opens its doors again in May after three years of work.";
    private const string Chess = "Nobody expected the chess club to win against the champions.";

    [Fact]
    public void Equal_paragraphs_are_pairs_in_order_moved_ones_too_and_a_rewritten_one_is_found_in_its_gap() =>
        Assert.Equal([new(0, 1), new(1, 2), new(2, 0)], Pairs([Ferry, Museum, Chess], [Chess, Ferry, Museum.Replace("May", "June", StringComparison.Ordinal)]));

    [Fact]
    public void Paragraphs_without_a_common_word_are_no_pair() => Assert.Empty(Pairs(["Rain fell all night"], ["Nobody answered questions"]));

    [Fact]
    public void Blank_paragraphs_do_not_count_as_moved() => Assert.Equal([new(1, 0)], Pairs(["", Ferry], [Ferry, ""]));

    [Fact]
    public void SimilarParagraphs_are_the_most_alike_first_and_only_those_without_a_partner()
    {
        var (before, after) = (Tokenized(Ferry), Tokenized(Ferry.Replace("Monday", "Tuesday", StringComparison.Ordinal), Ferry, Chess));
        Assert.Equal([new(0, 1), new(0, 0)], SimilarParagraphs.MaxSimilarFirst(before, after, [-1], [-1, -1, -1]));
        Assert.Equal([new(0, 0)], SimilarParagraphs.MaxSimilarFirst(before, after, [-1], [-1, 7, -1]));
        Assert.Empty(SimilarParagraphs.MaxSimilarFirst(before, after, [7], [-1, -1, -1]));
    }

    [Theory]
    [InlineData(20, 20)]
    [InlineData(21, 0)]
    public void A_phrase_that_stands_in_too_many_paragraphs_makes_none_of_them_alike(int places, int pairs)
    {
        var after = Tokenized([.. Enumerable.Repeat("Read more on our website", places)]);
        Assert.Equal(pairs, SimilarParagraphs.MaxSimilarFirst(Tokenized("Read more on our website"), after, [-1], [.. after.Select(_ => -1)]).Count());
    }

    [Fact]
    public void GapPairs_ask_less_of_the_only_two_paragraphs_of_a_gap_where_they_are_of_one_kind()
    {
        var before = Compared.Tokenized("Council votes on harbour plan", "headline");
        var after = Compared.Tokenized("After long night delegates finally passed the harbour reform", "headline");
        var other = Compared.Tokenized("After long night delegates finally passed the harbour reform", "quote");
        Assert.Equal([new(0, 0)], Gap([before], [after]));
        Assert.Empty(Gap([before], [other]));
        Assert.Empty(Gap([before], [after, other]));
    }

    [Fact]
    public void GapPairs_keep_their_order()
    {
        Assert.Equal([new(0, 0), new(1, 1)], Gap(Tokenized(Ferry, Museum), Tokenized(Ferry, Museum)));
        Assert.Single(Gap(Tokenized(Ferry, Museum), Tokenized(Museum, Ferry)));
    }

    [Fact]
    public void GapPairs_are_not_looked_for_where_the_work_would_be_too_much()
    {
        var budget = new WorkBudget(10);
        Assert.Empty(GapPairs.Of(Tokenized(Ferry), Tokenized(Ferry), [0], [0], budget));
        Assert.Equal(0, budget.Spent);
    }

    [Fact]
    public void ComparisonWords_count_each_word_of_both_texts_whatever_its_case()
    {
        var words = new ComparisonWords(Tokenized("Nine boats, nine", "men."), Tokenized("NINE men"));
        Assert.Equal((2, 1), words.Count("nine"));
        Assert.Equal((1, 0), words.Count("boats"));
        Assert.Equal((0, 0), words.Count("harbour"));
    }

    private static List<ParagraphPair> Pairs(string[] before, string[] after) => ParagraphPairs.Of(Tokenized(before), Tokenized(after), new WorkBudget(WorkBudget.OfOneComparison));

    private static ParagraphPair[] Gap(TokenizedParagraph[] before, TokenizedParagraph[] after) =>
        [.. GapPairs.Of(before, after, [.. Enumerable.Range(0, before.Length)], [.. Enumerable.Range(0, after.Length)], new WorkBudget(WorkBudget.OfOneComparison))];

    private static TokenizedParagraph[] Tokenized(params string[] texts) => [.. texts.Select(text => Compared.Tokenized(text))];
}
