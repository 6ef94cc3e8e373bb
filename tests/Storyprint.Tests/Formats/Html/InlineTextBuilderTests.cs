using Storyprint.Formats.Html;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Tests.Formats.Html;

public sealed class InlineTextBuilderTests
{
    private static readonly InlineStyle Strong = new(Emphasis.Strong);

    [Theory]
    [InlineData("  a \t\n b  ", "a b")]
    [InlineData("یک   دو", "یک دو")]
    [InlineData("می\u200Cرود", "می\u200Cرود")]
    [InlineData("東京\n大阪", "東京 大阪")]
    [InlineData("a\u00A0\u00A0b", "a\u00A0\u00A0b")]
    [InlineData("   ", "")]
    [InlineData("\u200B\uFEFF", "")]
    [InlineData("", "")]
    public void White_space_folds_as_in_a_browser(string text, string expected)
    {
        var words = new InlineTextBuilder();
        words.Append(text, default);
        Assert.Equal(expected, words.Take().Plain);
    }

    [Fact]
    public void The_space_between_two_runs_belongs_to_the_one_that_is_not_set_apart()
    {
        var words = new InlineTextBuilder();
        words.Append("a ", default);
        words.Append(" b ", Strong);
        words.Append(" c", default);
        Assert.Equal([new TextRun("a "), new TextRun("b", Emphasis.Strong), new TextRun(" c")], words.Take().Runs);
    }

    [Fact]
    public void Two_links_side_by_side_stay_two_runs()
    {
        Assert.True(LinkTarget.TryParse("https://a.example/", out var one));
        Assert.True(LinkTarget.TryParse("https://b.example/", out var two));
        var words = new InlineTextBuilder();
        words.Append("a", new InlineStyle(Link: one));
        words.Append("b", new InlineStyle(Link: two));
        Assert.Equal([one, two], words.Take().Runs.Select(run => run.Link!.Value));
    }

    [Fact]
    public void Breaks_at_the_ends_go_and_those_between_words_stay()
    {
        var words = new InlineTextBuilder();
        words.Break(default);
        words.Append("a ", default);
        words.Break(default);
        words.Append(" b", Strong);
        words.Break(Strong);
        Assert.Equal("a\nb", words.Take().Plain);
    }

    [Fact]
    public void A_soft_break_is_not_doubled()
    {
        var words = new InlineTextBuilder();
        words.SoftBreak(default, ignore: false);
        words.Append("a", default);
        words.SoftBreak(default, ignore: false);
        words.SoftBreak(default, ignore: false);
        words.Append("b", default);
        words.SoftBreak(default, ignore: true);
        words.Append("c", default);
        Assert.Equal("a\nb c", words.Take().Plain);
    }

    [Fact]
    public void Preformatted_text_is_kept_to_the_space()
    {
        var words = new InlineTextBuilder();
        words.Append("a  b\r\n  c", new InlineStyle(Preformatted: true));
        Assert.Equal("a  b\n  c", words.Take().Plain);
    }

    [Fact]
    public void Taking_the_text_begins_a_new_one()
    {
        var words = new InlineTextBuilder();
        words.Append("a ", default);
        words.Take();
        Assert.True(words.IsEmpty);
        words.Append("b", default);
        Assert.Equal("b", words.Take().Plain);
    }
}
