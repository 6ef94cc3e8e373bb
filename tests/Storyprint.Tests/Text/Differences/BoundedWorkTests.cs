using System.Globalization;

namespace Storyprint.Tests.Text.Differences;

// Where the work is cut off the answer is coarser, but both texts are still whole in it. No clock: machines differ.
public sealed class BoundedWorkTests
{
    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(400, 50)]
    [InlineData(4_000, 5)]
    public void Unrelated_long_texts_stay_whole(int paragraphs, int words) => AssertWhole(paragraphs, words, 100_000);

    [Theory]
    [InlineData(4, 5_000)]
    [InlineData(400, 50)]
    [InlineData(4_000, 5)]
    [InlineData(20_000, 1)]
    public void Long_texts_of_few_words_in_random_order_stay_whole(int paragraphs, int words) => AssertWhole(paragraphs, words, 50);

    private static void AssertWhole(int paragraphs, int words, int vocabulary)
    {
        var random = new Random(7);
        var before = Text(random, paragraphs, words, vocabulary);
        var after = Text(random, paragraphs, words, vocabulary);
        var lines = Compared.Texts(before, after).Paragraphs;
        Assert.Equal(before, lines.Select(line => line.Before).OfType<string>());
        Assert.Equal(after, lines.Select(line => line.After).OfType<string>());
    }

    private static string[] Text(Random random, int paragraphs, int words, int vocabulary) =>
        [.. Enumerable.Range(0, paragraphs).Select(_ => string.Join(' ', Enumerable.Range(0, words)
            .Select(_ => "w" + random.Next(vocabulary).ToString(CultureInfo.InvariantCulture))))];
}
