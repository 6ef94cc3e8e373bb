using System.Diagnostics;
using Storyprint.Formats.Html;
using Storyprint.Formats.MarkdownFolders;

namespace Storyprint.Tests.Formats.MarkdownFolders;

/// <summary>A line that is longer than anybody writes costs what its length costs: <see cref="TrailingAttributes"/> and <see cref="EmphasisLimiter"/>.</summary>
public sealed class LongLineTests
{
    [Theory]
    [InlineData("word ")]
    [InlineData("*a **b ")]
    [InlineData("_a __b\n")]
    [InlineData("~a ~~b ")]
    [InlineData("[a](b){a=\"x\" ")]
    [InlineData("](){")]
    [InlineData("{{<highlight ")]
    [InlineData("{% a=“b ")]
    public void Four_times_the_text_takes_no_more_than_about_four_times_as_long(string piece)
    {
        var (some, four) = (Best(piece, 30_000), Best(piece, 120_000));
        Assert.True(four < 8 * TimeSpan.FromMilliseconds(Math.Max(some.TotalMilliseconds, 100)), $"{some.TotalMilliseconds} ms, then {four.TotalMilliseconds} ms.");
    }

    [Fact]
    public void Spaces_behind_a_brace_do_not_either()
    {
        var watch = Stopwatch.StartNew();
        MarkdownToBlocks.Read("{:" + new string(' ', 300_000) + "x");
        Assert.True(watch.Elapsed < TimeSpan.FromSeconds(20));
    }

    [Theory]
    [InlineData("## Head {#anchor}", "## Head")]
    [InlineData("## Head {: #anchor } ", "## Head")]
    [InlineData("####### no head {#anchor}", "####### no head {#anchor}")]
    [InlineData("[a](b){: .button} [c](d){width=50% title=\"a } b\"} end", "[a](b) [c](d) end")]
    [InlineData("a (b){.c} d", "a (b){.c} d")]
    [InlineData("[a](b){c} d", "[a](b){c} d")]
    public void Attributes_are_taken_from_where_builders_write_them(string line, string kept) => Assert.Equal(kept, TrailingAttributes.Remove(line));

    [Fact]
    public void Marks_beyond_all_measure_stand_as_they_were_typed_and_the_report_says_so()
    {
        var warnings = new ImportWarnings();
        var typed = string.Concat(Enumerable.Repeat("*a **b ", EmphasisLimiter.MaxRuns)).Trim();
        Assert.Equal(typed, Trial.Words(MarkdownToBlocks.Read(typed, new HtmlToBlocksOptions(), warnings)).Trim());
        Assert.Contains("5,000 marks of emphasis", Assert.Single(warnings.Sentences), StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_list_and_a_long_text_keep_their_emphasis()
    {
        var warnings = new ImportWarnings();
        foreach (var text in (string[])[string.Concat(Enumerable.Repeat("* **a** b\n", 4000)), string.Concat(Enumerable.Repeat("**a** b\n\n", 4000))])
        {
            Assert.Equal(text, EmphasisLimiter.Apply(text, warnings));
        }

        Assert.Empty(warnings.Sentences);
    }

    private static TimeSpan Best(string piece, int length)
    {
        var text = string.Concat(Enumerable.Repeat(piece, length / piece.Length));
        return Enumerable.Range(0, 3).Min(_ =>
        {
            var watch = Stopwatch.StartNew();
            MarkdownToBlocks.Read(text);
            return watch.Elapsed;
        });
    }
}
