using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class QuotationAttributionTests
{
    [Theory]
    [InlineData("<p>a</p><cite>Maud</cite>", "Maud")]
    [InlineData("<p>a</p><footer>— Maud, <b>keeper</b></footer>", "Maud, keeper")]
    [InlineData("<p>a</p><p>— نگهبان، <cite>ماد</cite></p>", "نگهبان، ماد")]
    [InlineData("<p>a</p><p>— <cite>ماد</cite>، نگهبان</p>", null)]
    [InlineData("<p>a</p><p class='source'>――王さん</p>", "王さん")]
    [InlineData("<p>As <cite>The Ledger</cite> wrote, it sank.</p>", null)]
    [InlineData("<cite>Maud</cite><p>a</p>", null)]
    [InlineData("<p>a</p><cite> </cite>", null)]
    [InlineData("<p>a</p><cite>—</cite>", null)]
    [InlineData("<p>a</p>", null)]
    public void The_element_at_the_end_names_the_speaker(string inside, string? speaker)
    {
        var markup = new Markup($"<blockquote>{inside}</blockquote>");
        Assert.Equal(speaker, QuotationAttribution.TakeElement(markup.First("blockquote"), markup.Warnings));
    }

    [Fact]
    public void A_paragraph_too_long_to_be_a_name_stays_in_the_quotation()
    {
        var markup = new Markup($"<blockquote><p>a</p><footer>{new string('x', 201)}</footer></blockquote>");
        Assert.Null(QuotationAttribution.TakeElement(markup.First("blockquote"), markup.Warnings));
        Assert.NotNull(markup.First("footer"));
    }

    [Fact]
    public void The_link_of_a_speaker_is_named()
    {
        var markup = new Markup("<blockquote>a<cite><a href='https://m.example/'>Maud</a></cite></blockquote>");
        QuotationAttribution.TakeElement(markup.First("blockquote"), markup.Warnings);
        Assert.Equal(["A link in the speaker of a quotation was left out: https://m.example/"], markup.Warnings.Sentences);
    }

    [Theory]
    [InlineData("Go.|— Maud", "Go.", "Maud")]
    [InlineData("Go.|-- Maud", "Go.", "Maud")]
    [InlineData("Go.|- Maud Ferrier", "Go.", "Maud Ferrier")]
    [InlineData("برو.|– ماد", "برو.", "ماد")]
    [InlineData("行け。\n――王", "行け。", "王")]
    [InlineData("Go.\n— Maud", "Go.", "Maud")]
    [InlineData("— Go.|— Stay.", "— Go.|— Stay.", null)]
    [InlineData("— Go.\n— Stay.", "— Go.\n— Stay.", null)]
    [InlineData("Go.|-5 degrees", "Go.|-5 degrees", null)]
    [InlineData("— Maud", "— Maud", null)]
    [InlineData("", "", null)]
    public void A_dash_before_the_last_line_names_the_speaker(string texts, string left, string? speaker)
    {
        var (rest, found) = QuotationAttribution.TakeDashed([.. texts.Split('|').Select(RichText.From)]);
        Assert.Equal((left, speaker), (string.Join('|', rest.Select(text => text.Plain)), found));
    }

    [Theory]
    [InlineData("Go.\n--")]
    [InlineData("Go.\n- -")]
    [InlineData("Go.\n——")]
    [InlineData("Go.\n-")]
    public void A_line_of_dashes_is_nobody(string text)
    {
        var (rest, speaker) = QuotationAttribution.TakeDashed([RichText.From(text)]);
        Assert.Equal(text, Assert.Single(rest).Plain);
        Assert.Null(speaker);
    }

    [Fact]
    public void The_emphasis_before_the_cut_line_is_kept()
    {
        var (rest, speaker) = QuotationAttribution.TakeDashed([new RichText([new TextRun("Go", Emphasis.Strong), new TextRun(" now.\n— Maud")])]);
        Assert.Equal([new TextRun("Go", Emphasis.Strong), new TextRun(" now.")], Assert.Single(rest).Runs);
        Assert.Equal("Maud", speaker);
    }

    [Fact]
    public void No_texts_name_nobody() => Assert.Null(QuotationAttribution.TakeDashed([]).Speaker);
}
