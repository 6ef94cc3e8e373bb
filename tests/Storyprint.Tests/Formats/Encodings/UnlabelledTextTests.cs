using System.Text;
using Storyprint.Formats.Encodings;
using Storyprint.Formats.Imports;
using Storyprint.Formats.SavedPages;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;

namespace Storyprint.Tests.Formats.Encodings;

/// <summary>Texts in the <see cref="CodePages"/> of Windows that do not say so.</summary>
public sealed class UnlabelledTextTests
{
    private const string Persian = "پل بندر بسته شد\n1403-01-15 09:00\nپل بندر از امروز بسته است و تا پايان هفته باز نمي شود. شهردار گفت که اين کار براي مردم شهر خوب است و همه با کشتي از بندر به شهر مي روند.";
    private const string Russian = "Мост закрыт\n2024-03-01 09:00\nМост в гавани закрыт с утра, и до конца недели по нему не пройти. Мэр сказал, что это было нужно для города и что люди не будут ждать.";
    private const string Turkish = "Köprü kapandı\n2024-03-01 09:00\nLimandaki köprü bu sabah kapandı ve hafta sonuna kadar açılmayacak. Başkan bunun şehir için çok iyi olduğunu ve daha fazla beklenmeyeceğini söyledi, ancak bir gün bile uzamayacak.";
    private const string French = "Le pont est fermé\n2024-03-01 09:00\nLe pont du port est fermé depuis ce matin et il ne sera pas ouvert avant la fin de la semaine, a dit le maire, qui était sur place avec les élèves.";

    public static TheoryData<string, string, string> Texts => new()
    {
        { "fa", "windows-1256", Persian }, { "ru", "windows-1251", Russian }, { "tr", "windows-1254", Turkish }, { "fr", "windows-1252", French },
    };

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_in_the_language_of_an_edition_is_read_and_is_a_draft_that_says_why(string language, string name, string text)
    {
        foreach (var languages in (string[][])[[language], ["en", language], [language, "el"]])
        {
            var read = TextEncodingDetector.Decode(Bytes(name, text), new UnlabelledText(null, languages));
            Assert.Equal((text, language), (read.Text, read.IsGuessed ? language : "nobody"));
            Assert.Contains(name, read.Doubt, StringComparison.Ordinal);
        }

        var story = Assert.IsType<ImportedStory>(Assert.Single(Import(language, Bytes(name, text))));
        Assert.Equal((text.Split('\n')[0], StoryStatus.Draft), (story.Content.Headline, story.Status));
        Assert.Contains(story.ImportWarnings, warning => warning.Contains($"--encoding {name}", StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void A_text_in_none_of_their_languages_is_refused_and_the_option_is_named(string language, string name, string text)
    {
        var refused = Assert.IsType<RejectedItem>(Assert.Single(Import(language == "ru" ? "el" : "ru", Bytes(name, text))));
        Assert.Contains("--encoding", refused.Reason, StringComparison.Ordinal);
        Assert.True(refused.Line > 0);
    }

    [Theory]
    [MemberData(nameof(Texts))]
    public void An_encoding_that_was_named_is_no_guess(string language, string name, string text)
    {
        var story = Assert.IsType<ImportedStory>(Assert.Single(Import(language, Bytes(name, text), TextEncoding.Find(name))));
        Assert.Equal((text.Split('\n')[0], StoryStatus.Published), (story.Content.Headline, story.Status));
    }

    [Fact]
    public void A_named_encoding_changes_nothing_in_texts_that_are_UTF8_or_say_what_they_are()
    {
        var named = new UnlabelledText(TextEncoding.Find("windows-1256"), ["fa"]);
        Assert.Equal("café", TextEncodingDetector.Decode([.. "café"u8], named).Text);
        Assert.Equal("<meta charset=windows-1252>café", TextEncodingDetector.Decode(Bytes("windows-1252", "<meta charset=windows-1252>café"), named).Text);
    }

    [Theory]
    [InlineData("windows-1256", true)]
    [InlineData("KOI8-R", true)]
    [InlineData("latin1", true)]
    [InlineData("utf-8", false)]
    [InlineData("klingon-1", false)]
    public void An_encoding_is_known_by_the_names_of_browsers(string name, bool isKnown) => Assert.Equal(isKnown, TextEncoding.Find(name) is not null);

    [Theory]
    [InlineData("fa", 1256)]
    [InlineData("sr-Cyrl", 1251)]
    [InlineData("zh", 936)]
    [InlineData("zh-Hant", 950)]
    [InlineData("de", 1252)]
    [InlineData("bn", null)]
    public void A_language_has_the_code_page_that_Windows_gave_it(string language, int? number) => Assert.Equal(number, CodePages.Of(language)?.CodePage);

    private static byte[] Bytes(string name, string text) => TextEncoding.Find(name)!.GetBytes(text);

    private static List<ImportedItem> Import(string language, byte[] bytes, Encoding? encoding = null)
    {
        using var folder = new TrialFolder();
        var edition = new Edition { Language = language, Name = "Ledger", TimeZone = "Europe/Copenhagen", Calendar = language == "fa" ? EditionCalendar.Jalali : EditionCalendar.Gregorian };
        var options = new ImportOptions { Publication = new Publication { Address = "https://ledger.example", Editions = [edition] }, Edition = edition, Encoding = encoding };
        return new SavedPageImportReader(folder.Write("page.txt", bytes), options).Items();
    }
}
