using System.Globalization;
using Storyprint.Text.Differences;

namespace Storyprint.Tests.Text.Differences;

// Where the work is cut off the answer is coarser, but both texts are still whole in it. Steps are counted, not seconds: machines differ.
public sealed class BoundedWorkTests
{
    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(400, 50)]
    [InlineData(4_000, 5)]
    public void Unrelated_long_texts_stay_whole(int paragraphs, int words) => AssertBounded(paragraphs, words, 100_000);

    [Theory]
    [InlineData(4, 5_000)]
    [InlineData(400, 50)]
    [InlineData(4_000, 5)]
    [InlineData(20_000, 1)]
    public void Long_texts_of_few_words_in_random_order_stay_whole(int paragraphs, int words) => AssertBounded(paragraphs, words, 50);

    [Fact]
    public void A_word_changed_in_a_long_text_costs_no_more_than_in_a_short_one()
    {
        var random = new Random(7);
        var before = Text(random, 1, 20_000, 1_000);
        string[] after = [before[0].Insert(before[0].Length / 2, "changed ")];
        Assert.InRange(Compared.WithSteps(before, after).Steps, 1, 20);
    }

    private static void AssertBounded(int paragraphs, int words, int vocabulary)
    {
        var random = new Random(7);
        var before = Text(random, paragraphs, words, vocabulary);
        var after = Text(random, paragraphs, words, vocabulary);
        AssertWhole(before, after, WorkBudget.OfOneComparison);
        AssertWhole(before, after, 1_000);
    }

    private static void AssertWhole(string[] before, string[] after, long allowed)
    {
        var (answer, steps) = Compared.WithSteps(before, after, allowed);
        Assert.Equal(before, answer.Paragraphs.Select(line => line.Before).OfType<string>());
        Assert.Equal(after, answer.Paragraphs.Select(line => line.After).OfType<string>());

        // What was begun is ended: one stretch, of no more than a few steps a word of both texts.
        Assert.InRange(steps, 1, allowed + (4 * (Words(before) + Words(after))));
    }

    private static int Words(string[] text) => text.Sum(paragraph => paragraph.Count(letter => letter == ' ') + 1);

    private static string[] Text(Random random, int paragraphs, int words, int vocabulary) =>
        [.. Enumerable.Range(0, paragraphs).Select(_ => string.Join(' ', Enumerable.Range(0, words)
            .Select(_ => "w" + random.Next(vocabulary).ToString(CultureInfo.InvariantCulture))))];
}
