using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Formats.Languages;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Imports;

/// <summary>An item goes to the edition of its language, by what it says, by its Script, or by LanguageGuess; what is in none of them is never published unsaid.</summary>
public sealed class EditionOfItemTests
{
    private const string German = "Die Fähre ist heute zwei Stunden zu spät gekommen, und die Leute auf dem Kai waren nicht froh. Der Kapitän sagte, dass ein Seil in die Schraube geraten ist.";
    private const string French = "Le bac est arrivé avec deux heures de retard et les gens sur le quai ne sont pas contents. Il a dit que la corde est dans une hélice.";
    private const string English = "The ferry was two hours late and the people on the quay were not happy. The captain said that a rope had been in the screw of his ship.";
    private const string Russian = "Паром пришёл с опозданием на два часа, и люди на причале не были рады этому.";

    [Theory]
    [InlineData("en", English, "en", false)]
    [InlineData("", English, "en", false)]
    [InlineData("en-GB", English, "en", false)]
    [InlineData("", "لنج بندر دو ساعت دیر رسید و مسافران در باران ماندند.", "fa", false)]
    [InlineData("fa", "لنج بندر دو ساعت دیر رسید و مسافران در باران ماندند.", "fa", false)]
    [InlineData("de", German, "en", true)]
    [InlineData("de", English, "en", true)]
    [InlineData("", German, "en", true)]
    [InlineData("en", German, "en", true)]
    [InlineData("", French, "en", true)]
    [InlineData("", Russian, "en", true)]
    [InlineData("ru", Russian, "en", true)]
    [InlineData("fa", English, "fa", true)]
    [InlineData("ar", "وصلت العبارة متأخرة", "fa", true)]
    [InlineData("", "خبر الميناء: وصلت العبارة متأخرة", "fa", true)]
    [InlineData("", "12", "en", false)]
    [InlineData("", "Ferry late", "en", false)]
    public void What_is_in_another_language_is_doubted_and_told(string stated, string words, string language, bool isDoubted)
    {
        var warnings = new ImportWarnings();
        var (edition, doubt) = EditionOfItem.Choose(Trial.Options, stated, LanguageStatedBy.Template, "12", [new Paragraph(RichText.From(words))], warnings);
        Assert.Equal((language, isDoubted, isDoubted), (edition.Language, doubt is not null, warnings.Sentences.Count > 0));
    }

    [Fact]
    public void The_language_of_a_whole_site_is_often_the_one_nobody_set()
    {
        var warnings = new ImportWarnings();
        var (edition, doubt) = EditionOfItem.Choose(Trial.Options, "en-US", LanguageStatedBy.Site, "لنج بندر", [new Paragraph(RichText.From("لنج بندر دو ساعت دیر رسید."))], warnings);
        Assert.Equal(("fa", null), (edition.Language, doubt));
        (edition, doubt) = EditionOfItem.Choose(Trial.Options, "de-DE", LanguageStatedBy.Site, "Ferry late", [new Paragraph(RichText.From(English))], warnings);
        Assert.Equal(("en", null), (edition.Language, doubt));
    }

    [Theory]
    [InlineData("fa", English)]
    [InlineData("en", German)]
    public void What_an_author_says_is_told_where_it_looks_wrong_and_done(string stated, string words)
    {
        var warnings = new ImportWarnings();
        var (edition, doubt) = EditionOfItem.Choose(Trial.Options, stated, LanguageStatedBy.Author, "12", [new Paragraph(RichText.From(words))], warnings);
        Assert.Equal((stated, null, 1), (edition.Language, doubt, warnings.Sentences.Count));
    }

    [Theory]
    [InlineData("en", "Latin")]
    [InlineData("fa", "Arabic")]
    [InlineData("ru", "Cyrillic")]
    [InlineData("zh", "Han")]
    [InlineData("ja", "Han")]
    [InlineData("ko", "Hangul")]
    [InlineData("he", "Hebrew")]
    [InlineData("bn", "Bengali")]
    [InlineData("xx-nothing", "")]
    public void A_language_has_the_script_of_its_own_name(string language, string script) => Assert.Equal(script, Script.OfLanguage(language));

    [Theory]
    [InlineData("en", German, "de")]
    [InlineData("en", French, "fr")]
    [InlineData("en", English, null)]
    [InlineData("de", German, null)]
    [InlineData("tlh", German, null)]
    [InlineData("en", "", null)]
    public void A_language_is_guessed_only_against_another(string taken, string text, string? guess) => Assert.Equal(guess, LanguageGuess.OtherThan(taken, text));
}
