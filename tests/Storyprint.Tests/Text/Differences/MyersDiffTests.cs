using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text.Differences;

public sealed class MyersDiffTests
{
    [Theory]
    [InlineData("ABCABBA", "CBABAC", 5)]
    [InlineData("", "ABC", 3)]
    [InlineData("ABC", "", 3)]
    [InlineData("ABC", "ABC", 0)]
    [InlineData("A", "B", 2)]
    public void The_edit_is_the_shortest(string before, string after, int edits)
    {
        var diff = Between(before, after, WorkBudget.OfOneComparison);
        Assert.Equal(edits, diff.IsRemoved.Count(each => each) + diff.IsAdded.Count(each => each));
    }

    [Fact]
    public void What_is_left_of_both_sides_is_the_same_in_a_thousand_random_pairs_and_as_long_as_can_be()
    {
        var random = new Random(7);
        for (var round = 0; round < 1000; round++)
        {
            var (before, after) = (Word(random), Word(random));
            var diff = Between(before, after, WorkBudget.OfOneComparison);
            var (left, right) = (Kept(before, diff.IsRemoved), Kept(after, diff.IsAdded));
            Assert.Equal(left, right);
            Assert.Equal(LongestCommon(before, after), left.Length);
        }
    }

    [Fact]
    public void Where_the_budget_is_spent_the_rest_is_replaced_whole_and_nothing_is_lost()
    {
        var (before, after) = (new string('a', 500) + "x", new string('b', 500) + "x");
        var diff = Between(before, after, 1);
        Assert.Equal(Kept(before, diff.IsRemoved), Kept(after, diff.IsAdded));
        Assert.Equal(500, diff.IsRemoved.Count(each => each));
    }

    [Fact]
    public void The_LongestIncreasingSubsequence_of_pairs_is_the_heaviest_that_keeps_its_order()
    {
        List<ParagraphPair> pairs = [new(0, 3), new(1, 0), new(2, 1), new(3, 2)];
        Assert.Equal([new(1, 0), new(2, 1), new(3, 2)], LongestIncreasingSubsequence.Of(pairs, _ => 1));
        Assert.Equal([new(0, 3)], LongestIncreasingSubsequence.Of(pairs, pair => pair.Before == 0 ? 100 : 1));
        Assert.Empty(LongestIncreasingSubsequence.Of((IReadOnlyList<int>)[], _ => 1));
    }

    [Fact]
    public void Similarity_counts_shared_words_as_often_as_both_have_them()
    {
        Assert.Equal(1, Similarity.Containment(["a", "b"], ["x", "b", "a", "y"]));
        Assert.Equal(0.5, Similarity.Containment(["a", "a"], ["a", "b", "c"]));
        Assert.Equal(2.0 / 5, Similarity.Of(["a", "a"], ["a", "b", "c"]));
        Assert.Equal(0, Similarity.Containment([], ["a"]));
        Assert.Equal(0, Similarity.Of([], []));
    }

    [Fact]
    public void QuotedText_is_what_stands_between_quotation_marks()
    {
        Assert.Equal(["no", "then 'go'"], QuotedText.Of("He said “no”, and \"then 'go'\"."));
        Assert.Equal(["it goes on"], QuotedText.Of("She: «it goes on"));
        Assert.Empty(QuotedText.Of("Nothing quoted."));
    }

    private static MyersDiff Between(string before, string after, long steps) =>
        MyersDiff.Between([.. before.Select(letter => (int)letter)], [.. after.Select(letter => (int)letter)], new WorkBudget(steps));

    private static string Kept(string text, bool[] isGone) => string.Concat(text.Where((_, index) => !isGone[index]));

    private static string Word(Random random) => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => (char)('a' + random.Next(3))));

    private static int LongestCommon(string one, string other)
    {
        var lengths = new int[one.Length + 1, other.Length + 1];
        for (var left = 1; left <= one.Length; left++)
        {
            for (var right = 1; right <= other.Length; right++)
            {
                lengths[left, right] = one[left - 1] == other[right - 1] ? lengths[left - 1, right - 1] + 1 : Math.Max(lengths[left - 1, right], lengths[left, right - 1]);
            }
        }

        return lengths[one.Length, other.Length];
    }
}
