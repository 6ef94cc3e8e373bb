using System.Text.Json;
using System.Text.RegularExpressions;
using Storyprint.Web.Localization;

namespace Storyprint.Tests.Web.Localization;

public sealed partial class InterfaceTextsTests
{
    /// <summary>Keys the program puts together: each beginning stands in the source before an interpolation.</summary>
    private static readonly string[] Constructed = ["jalali.", "gone.reason.", "scan.status.", "tag.", "gate.", "story.label.", "made.", "copy.verdict.", "copy.kind.", "copy.seal.", "copy.file.", "copy.lack."];

    private static readonly string Source = string.Concat(Directory
        .EnumerateFiles(Repository.Path("src"), "*", SearchOption.AllDirectories)
        .Where(file => System.IO.Path.GetExtension(file) is ".cs" or ".razor" && !file.Contains("node_modules", StringComparison.Ordinal))
        .Select(File.ReadAllText));

    public static TheoryData<string> Languages => [.. Directory.EnumerateFiles(Repository.Path("src/Storyprint.Web/Localization"), "*.json")
        .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))];

    [Fact]
    public void Every_text_is_used()
    {
        Assert.All(Constructed, beginning => Assert.Contains($"$\"{beginning}{{", Source, StringComparison.Ordinal));
        Assert.All(Texts("en").Keys.Select(key => key.Split('#')[0]).Where(key => !Constructed.Any(key.StartsWith)), key =>
            Assert.Contains($"\"{key}\"", Source, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_language_has_every_text_and_no_other(string language) => Assert.Equal(
        Texts("en").Keys.Select(key => key.Split('#')[0]).Distinct().Order(StringComparer.Ordinal),
        Texts(language).Keys.Select(key => key.Split('#')[0]).Distinct().Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_that_counts_has_every_plural_form_of_its_language(string language) =>
        Assert.All(Texts(language).Keys.Where(key => key.Contains('#')).GroupBy(key => key.Split('#')[0]), forms => Assert.Equal(
            PluralRules.ForLanguage(language).Categories.Order(StringComparer.Ordinal), forms.Select(form => form.Split('#')[1]).Order(StringComparer.Ordinal)));

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_text_has_the_placeholders_of_the_english_one(string language)
    {
        var english = Texts("en");
        Assert.All(Texts(language).Where(text => !text.Key.Contains('#')), text => Assert.Equal(Placeholders(english[text.Key]), Placeholders(text.Value)));
        Assert.All(Texts(language).Where(text => text.Key.EndsWith("#other", StringComparison.Ordinal)), text => Assert.Equal(["{0}"], Placeholders(text.Value)));
    }

    [Fact]
    public void What_stands_in_a_value_is_not_read_as_a_placeholder() => Assert.Equal(
        "You are reading revision A {1} and {0}. The story is at revision 7 now.", InterfaceTexts.Load("en").Format("story.older", "A {1} and {0}", 7));

    [Fact]
    public void An_installations_own_file_brings_plural_forms_of_its_language()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-texts-");
        File.WriteAllText(System.IO.Path.Combine(folder.FullName, "pl.json"), """
            { "compare.moved": { "one": "{0} akapit przesunięty", "few": "{0} akapity przesunięte", "many": "{0} akapitów przesuniętych", "other": "{0} akapitu przesuniętego" } }
            """);
        var texts = InterfaceTexts.Load("pl", folder.FullName);
        folder.Delete(recursive: true);
        var dates = new DateFormatter(TestPublication.Settings.MainEdition, texts);
        Assert.Equal("3 akapity przesunięte", texts.Count("compare.moved", 3, dates));
        Assert.Equal("5 akapitów przesuniętych", texts.Count("compare.moved", 5, dates));

        // What it lacks is English, in the form that its own number has there.
        Assert.Equal("5 changes in the words", texts.Count("compare.words", 5, dates));
    }

    [Theory]
    [InlineData("ar")]
    [InlineData("de")]
    public void A_language_without_texts_gets_english_ones_whole_with_their_dates(string language)
    {
        var texts = InterfaceTexts.Load(language);
        Assert.Equal("en", texts.Language);
        var dates = new DateFormatter(TestPublication.Settings.MainEdition with { Language = language }, texts);
        Assert.Equal("Tuesday 5 March 2024", dates.LongDate(new DateTimeOffset(2024, 3, 5, 12, 0, 0, TimeSpan.Zero)).Trim('\u2066', '\u2069'));
    }

    [Fact]
    public void English_texts_on_a_page_of_right_to_left_writing_stand_by_themselves()
    {
        var texts = InterfaceTexts.Load("ar").InRightToLeft();
        Assert.All(texts.Keys, key => Assert.True(texts[key].StartsWith('\u2066') && texts[key].EndsWith('\u2069'), key));
        Assert.Equal("\u2066Search: قارب\u2069", texts.Format("search.found.for", "قارب"));
        var persian = InterfaceTexts.Load("fa");
        Assert.All(persian.Keys, key => Assert.Equal(persian[key], persian.InRightToLeft()[key]));
    }

    private static List<string> Placeholders(string text) => [.. Placeholder().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Placeholder();

    private static Dictionary<string, string> Texts(string language)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path($"src/Storyprint.Web/Localization/{language}.json")));
        return document.RootElement.EnumerateObject().SelectMany(property => property.Value.ValueKind == JsonValueKind.Object
            ? property.Value.EnumerateObject().Select(form => (Key: $"{property.Name}#{form.Name}", Text: form.Value.GetString()!))
            : [(Key: property.Name, Text: property.Value.GetString()!)]).ToDictionary(text => text.Key, text => text.Text);
    }
}
