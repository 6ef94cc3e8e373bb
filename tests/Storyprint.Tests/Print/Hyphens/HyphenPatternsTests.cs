using Storyprint.Print.Hyphens;

namespace Storyprint.Tests.Print.Hyphens;

public sealed class HyphenPatternsTests
{
    [Fact]
    public void The_example_of_the_TeXbook_comes_out_as_it_is_printed_there()
    {
        // D. E. Knuth, The TeXbook, appendix H: the patterns that touch "hyphenation".
        var patterns = new HyphenPatterns(["hy3ph", "he2n", "hena4", "hen5at", "1na", "n2at", "1tio", "2io", "o2n"]);
        Assert.Equal([2, 6], patterns.Breaks("hyphenation"));
    }

    [Fact]
    public void A_full_stop_is_the_edge_of_a_word()
    {
        var patterns = new HyphenPatterns([".re1", "1ed."]);
        Assert.Equal([2, 7], patterns.Breaks("readmired"));
    }

    [Fact]
    public void A_word_divided_by_hand_is_not_divided_by_pattern()
    {
        var patterns = new HyphenPatterns(["a1b", "ta-ble", "ab-o-ve", "nabob-"]);
        Assert.Equal([2], patterns.Breaks("table"));
        Assert.Equal([2, 3], patterns.Breaks("above"));
        Assert.Empty(patterns.Breaks("nabob"));
        Assert.Equal([1], patterns.Breaks("abot"));
    }
}
