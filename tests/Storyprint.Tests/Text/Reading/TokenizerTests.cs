using Storyprint.Text.Differences;
using Storyprint.Text.Languages;
using Storyprint.Text.Reading;

namespace Storyprint.Tests.Text.Reading;

public sealed class TokenizerTests
{
    [Theory]
    [InlineData("en", "The boat's 12,000 m.", "The|boat's|12,000|m|.")]
    [InlineData("en", "re-signed", "re|-|signed")]
    [InlineData("en", "No, prisoners", "No|,|prisoners")]
    [InlineData("fa", "کتاب‌ها رسید؟", "کتاب‌ها|رسید|؟")]
    [InlineData("zh", "船来了。", "船|来|了|。")]
    [InlineData("en", "", "")]
    public void A_text_comes_apart_into_words_and_marks(string language, string text, string expected) => Assert.Equal(
        expected, string.Join('|', Tokenizer.Of(text, Language.Of(language)).Where(token => token.Kind != TokenKind.Space).Select(token => text[token.Start..token.End])));

    [Theory]
    [InlineData("en", "One boat, two  boats.")]
    [InlineData("fa", "او گفت: «نه»‌.")]
    [InlineData("en", "👍🏽 e\u0301")]
    public void Nothing_of_a_text_is_left_out(string language, string text)
    {
        var tokens = Tokenizer.Of(text, Language.Of(language));
        Assert.Equal(text, string.Concat(tokens.Select(token => text[token.Start..token.End])));
    }

    [Fact]
    public void A_TokenizedParagraph_knows_its_words_and_one_spelling_for_all_its_dresses()
    {
        var one = Paragraph("“The  boat” came .");
        var other = Paragraph("\"The boat\" came.");
        Assert.Equal(["the", "boat", "came"], one.Words);
        Assert.Equal(one.Spelling, other.Spelling);
        Assert.NotEqual(one.Spelling, Paragraph("The boat came.").Spelling);
        Assert.Equal("", one.Slice(0, 0));
    }

    [Fact]
    public void A_TokenRange_finds_numbers_names_dates_and_quotations_in_its_words()
    {
        var paragraph = Paragraph("On 5 March the ferry took Maud Ferrier and −12 others, not “all”.");
        var whole = new TokenRange(paragraph, 0, paragraph.Tokens.Count);
        Assert.Equal(["−", "12"], whole.Numbers.Select(whole.Shown));
        Assert.Equal(["5", "March"], whole.Dates.Select(whole.Shown));
        Assert.Equal(["March", "Maud", "Ferrier"], whole.Names().Select(whole.Shown));
        Assert.Equal(["not"], whole.Negations.Select(whole.Shown));
        Assert.Equal("ferry", new TokenRange(paragraph, paragraph.Tokens.FindIndex(token => token.Key == "ferry") - 1, paragraph.Tokens.FindIndex(token => token.Key == "ferry") + 1).Trimmed.Text);
    }

    private static TokenizedParagraph Paragraph(string text) => new(new ComparedParagraph("text", text), Language.Of("en"));
}
