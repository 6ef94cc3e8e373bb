using Storyprint.Stories.Releases.Gate;
using Storyprint.Text.Differences;

namespace Storyprint.Tests.Stories.Releases;

public sealed class ParagraphBreaksTests
{
    [Fact]
    public void Sentences_that_only_came_apart_are_set_alike()
    {
        var (before, after) = ParagraphBreaks.Levelled(Texts("Start.", "It sails. It rests.", "End."), Texts("Start.", "It sails.", "It rests.", "End."));
        Assert.Equal(after, before);
    }

    [Theory]
    [InlineData("It sails. It rests", "It sails.|It rests")]
    [InlineData("It sails. It rests.", "It sails.|It rested.")]
    public void A_sentence_that_is_not_ended_or_says_another_thing_is_left(string before, string after)
    {
        var (levelled, _) = ParagraphBreaks.Levelled(Texts(before), Texts(after.Split('|')));
        Assert.Equal(Texts(before), levelled);
    }

    [Fact]
    public void QuotedSpans_names_words_that_became_a_quotation_and_leaves_those_that_were_one()
    {
        ParagraphDifference Line(string before, string after) => Assert.Single(TextComparison.Of(Texts(before), Texts(after), "en").Paragraphs);
        Assert.Contains(QuotedSpans.Changed(Line("She was late, he said.", "“She was late”, he said.")), finding => finding.Kind == GateFindingKind.Quotation);
        Assert.Empty(QuotedSpans.Changed(Line("“She was late”, he said.", "“She was late”, he says.")));
    }

    private static IReadOnlyList<ComparedParagraph> Texts(params string[] texts) => [.. texts.Select(text => new ComparedParagraph("text", text))];
}
