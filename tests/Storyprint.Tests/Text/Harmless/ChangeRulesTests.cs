using Storyprint.Text.Differences;
using Storyprint.Text.Harmless;
using Storyprint.Text.Spelling;

namespace Storyprint.Tests.Text.Harmless;

/// <summary>The rules that look at one change of a comparison, asked directly.</summary>
public sealed class ChangeRulesTests
{
    [Theory]
    [InlineData("The boat came late", "The boat came late.", true)]
    [InlineData("It came in 2012", "It came in 2012.", false)]
    [InlineData("No", "No.", false)]
    [InlineData("The boat came. Late", "The boat came Late", false)]
    public void FinalStop_explains_a_full_stop_behind_a_word_in_small_letters(string before, string after, bool explains) =>
        Assert.Equal(explains, FinalStop.Explains(Change(before, after)));

    [Theory]
    [InlineData("the boat came in.", "The boat came in.", true)]
    [InlineData("polish workers met.", "Polish workers met.", false)]
    [InlineData("He met the boat.", "He met The boat.", false)]
    public void InitialCapital_explains_a_small_word_at_the_head(string before, string after, bool explains) =>
        Assert.Equal(explains, InitialCapital.Explains(Change(before, after)));

    [Theory]
    [InlineData("He took the the boat.", "He took the boat.", true)]
    [InlineData("He had had enough.", "He had enough.", false)]
    [InlineData("He took the boat.", "He took boat.", false)]
    [InlineData("He took the boat.", "He took the the boat.", false)]
    public void DoubledWord_explains_one_of_two_that_is_taken_out(string before, string after, bool explains) =>
        Assert.Equal(explains, DoubledWord.Explains(Change(before, after)));

    [Theory]
    [InlineData("She wen home.", "She went home.", true, HarmlessRule.Spelling)]
    [InlineData("She wen home.", "She went home.", false, null)]
    [InlineData("She  went home .", "She went home.", false, HarmlessRule.Typography)]
    [InlineData("She went home", "She went home.", true, HarmlessRule.FinalStop)]
    [InlineData("She went home.", "She ran home.", true, null)]
    public void HarmlessRules_name_the_rule_that_explains_a_change_or_none(string before, string after, bool isRunningText, HarmlessRule? rule)
    {
        var comparison = Compare(before, after);
        Assert.Equal(rule, new HarmlessRules(comparison, "en", new Known()).Explaining(comparison.Paragraphs.SelectMany(paragraph => paragraph.Changes).First(), isRunningText));
    }

    [Fact]
    public void With_NoDictionaries_nothing_is_a_spelling()
    {
        Assert.Null(NoDictionaries.Instance.Knows("en", "went"));
        var comparison = Compare("She wen home.", "She went home.");
        Assert.Null(new HarmlessRules(comparison, "en", NoDictionaries.Instance).Explaining(comparison.Paragraphs[0].Changes[0], isRunningText: true));
    }

    [Fact]
    public void A_TextChange_shows_its_words_and_what_weighs_in_them()
    {
        var change = Change("It carries 16 people.", "It carries 12 people.");
        Assert.Equal(("16", "12"), (change.Before, change.After));
        Assert.True(change.ChangesWords);
        Assert.False(change.IsQuoted);
        var (old, now) = change.Of(AlterationMarks.Number);
        Assert.Equal(["16"], old);
        Assert.Equal(["12"], now);
        Assert.True(Change("He said “yes” then.", "He said “no” then.").IsQuoted);
    }

    [Fact]
    public void A_Segment_says_what_it_is_and_all_of_them_give_both_texts_again()
    {
        IReadOnlyList<Segment> segments = Compare("One boat came.", "Two boats came.").Paragraphs[0].Segments;
        Assert.Equal("One boat came.", string.Concat(segments.Where(segment => segment.Kind != SegmentKind.Added).Select(segment => segment.Text)));
        Assert.Equal("Two boats came.", string.Concat(segments.Where(segment => segment.Kind != SegmentKind.Removed).Select(segment => segment.Text)));
    }

    private static TextChange Change(string before, string after) => Assert.Single(Compare(before, after).Paragraphs.SelectMany(paragraph => paragraph.Changes));

    private static TextComparison Compare(string before, string after) =>
        TextComparison.Of([new ComparedParagraph("text", before)], [new ComparedParagraph("text", after)], "en");

    private sealed class Known : ISpellingDictionaries
    {
        public bool? Knows(string language, string word) => word is "she" or "went" or "home" or "ran";
    }
}
