using System.Diagnostics;
using System.Globalization;

namespace Storyprint.Tests.Text.Differences;

// The limits are far above what is needed, so that only work out of bounds fails.
public sealed class BoundedWorkTests
{
    private static readonly TimeSpan Limit = TimeSpan.FromSeconds(10);

    [Theory]
    [InlineData(1, 20_000)]
    [InlineData(400, 50)]
    [InlineData(4_000, 5)]
    public void Unrelated_long_texts_finish(int paragraphs, int words) => AssertFinishes(paragraphs, words, 100_000);

    [Theory]
    [InlineData(4, 5_000)]
    [InlineData(400, 50)]
    [InlineData(4_000, 5)]
    [InlineData(20_000, 1)]
    public void Long_texts_of_few_words_in_random_order_finish(int paragraphs, int words) => AssertFinishes(paragraphs, words, 50);

    private static void AssertFinishes(int paragraphs, int words, int vocabulary)
    {
        var random = new Random(7);
        var before = Text(random, paragraphs, words, vocabulary);
        var after = Text(random, paragraphs, words, vocabulary);
        var clock = Stopwatch.StartNew();
        var lines = Compared.Texts(before, after).Paragraphs;
        Assert.True(clock.Elapsed < Limit, clock.Elapsed.ToString());
        Assert.Equal(after, lines.Select(line => line.After).OfType<string>());
    }

    private static string[] Text(Random random, int paragraphs, int words, int vocabulary) =>
        [.. Enumerable.Range(0, paragraphs).Select(_ => string.Join(' ', Enumerable.Range(0, words)
            .Select(_ => "w" + random.Next(vocabulary).ToString(CultureInfo.InvariantCulture))))];
}
