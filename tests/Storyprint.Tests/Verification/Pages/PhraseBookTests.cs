using Storyprint.Verification.Pages;

namespace Storyprint.Tests.Verification.Pages;

public sealed class PhraseBookTests
{
    private static readonly PhraseBook Interface = new PhraseBook().Add("You are reading revision {0}. It is at revision {1} now.").Add("Published").Add("کد خبر {0} · ویرایش {1}").AddWhole("March", "The {braces} stay");

    private static readonly PhraseBook Story = Sealed();

    [Theory]
    [InlineData("")]
    [InlineData("Published 5 March 2024, 10:40")]
    [InlineData("You are reading revision 1. It is at revision 2 now. Published")]
    [InlineData("Library opens its doors – Published")]
    [InlineData("کد خبر ⁦۱۱۲۵۵۴۰⁩ · ویرایش ۳")]
    [InlineData("People came early to the …")]
    [InlineData("People came early to the libr")]
    [InlineData("The {braces} stay")]
    public void What_is_made_of_phrases_is_good(string text) => Assert.Null(Story.FirstForeign(text));

    [Theory]
    [InlineData("Published by a thief", "by a thief")]
    [InlineData("Library opens", "Library opens")]
    [InlineData("Published 1234567", "1234567")]
    [InlineData("Published 👎", "👎")]
    [InlineData("early to the library", "early to the library")]
    [InlineData("People came early to the libr and went", "libr and went")]
    [InlineData("ویرایش دزد", "دزد")]
    [InlineData("published", "published")]
    public void What_is_not_is_named(string text, string foreign) => Assert.Equal(foreign, Story.FirstForeign(text));

    [Fact]
    public void A_book_without_a_story_knows_no_story() => Assert.NotNull(Interface.FirstForeign("Library opens its doors"));

    [Theory]
    [InlineData("“It works,” said Ida Holm.", new[] { "It", "works", "said", "Ida", "Holm" })]
    [InlineData("sixty\u00ADfive\u2066 (UTC+01:00)", new[] { "sixtyfive", "UTC", "01", "00" })]
    [InlineData("۱۶ و ١٦", new[] { "16", "و", "16" })]
    [InlineData("می‌برد", new[] { "می‌برد" })]
    public void Words_are_what_stands_between_spaces_and_punctuation(string text, string[] words) => Assert.Equal(words, WordSequence.Of(text));

    private static PhraseBook Sealed()
    {
        var book = new PhraseBook(Interface).AddWhole("Library opens its doors", "1125540");
        book.AddBeginnings("People came early to the library.");
        return book;
    }
}
