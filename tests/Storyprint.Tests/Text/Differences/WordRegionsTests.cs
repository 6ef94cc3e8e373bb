using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text.Differences;

public sealed class WordRegionsTests
{
    [Fact]
    public void Equal_paragraphs_have_no_regions() => Assert.Empty(Between("The ferry leaves at nine.", "The ferry leaves at nine."));

    [Fact]
    public void A_Region_is_what_became_of_the_significant_tokens_of_either_side()
    {
        Assert.Equal([new Region(4, 5, 4, 5)], Between("The ferry leaves at nine today.", "The ferry leaves at ten today."));
        Assert.Equal([new Region(5, 5, 5, 6)], Between("The ferry leaves at nine.", "The ferry leaves at nine today."));
        Assert.Equal([new Region(1, 2, 1, 1)], Between("The late ferry leaves at nine.", "The ferry leaves at nine."));
    }

    [Fact]
    public void Paragraphs_with_hardly_a_common_word_are_replaced_whole() =>
        Assert.Equal([new Region(0, 6, 0, 4)], Between("Rain fell all night over town", "Nobody answered questions yesterday"));

    [Theory]
    [InlineData("or", 1)]
    [InlineData("nevertheless", 2)]
    [InlineData("12", 2)]
    public void One_short_word_between_two_changes_is_part_of_one_change(string between, int regions) => Assert.Equal(regions, Between(
        $"The old cat {between} young dog slept in the barn", $"The big hen {between} small pig slept in the barn").Count);

    [Fact]
    public void A_changed_stretch_beyond_the_limit_is_replaced_whole_and_one_below_it_is_compared()
    {
        Assert.Equal([new Region(1, WordRegions.MaxWords + 2, 1, WordRegions.MaxWords + 2)], Reversed(WordRegions.MaxWords + 1));
        Assert.True(Reversed(101).Count > 1);
    }

    private static List<Region> Reversed(int words)
    {
        string[] all = [.. Enumerable.Range(0, words).Select(number => $"w{number}")];
        return Between("start " + string.Join(' ', all), "start " + string.Join(' ', all.Reverse()));
    }

    private static List<Region> Between(string before, string after) =>
        WordRegions.Between(Compared.Tokenized(before), Compared.Tokenized(after), new WorkBudget(WorkBudget.OfOneComparison));
}
