using System.Text.Json;
using System.Text.RegularExpressions;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.NewsroomPages;

public sealed partial class NewsroomTextsTests
{
    [Fact]
    public void Every_language_has_the_same_texts_with_the_same_places_for_values()
    {
        var english = Read("en");
        Assert.All(NewsroomLanguages.All, language =>
        {
            var texts = Read(language);
            Assert.Equal(english.Keys.Order(StringComparer.Ordinal), texts.Keys.Order(StringComparer.Ordinal));
            Assert.All(english, each => Assert.Equal(Places(each.Value), Places(texts[each.Key])));
        });
    }

    [Fact]
    public void Every_act_of_the_record_has_a_name() => Assert.All(AuditAct.All, act => Assert.True(NewsroomLanguages.Texts("en").Has($"act.{act.Word}"), act.Word));

    // The command line says the English one, the pages say the one of their language.
    [Fact]
    public void Every_refusal_of_a_setting_has_a_sentence_in_every_language_with_the_same_places() => Assert.All(ProblemText.All, text =>
    {
        Assert.Equal(text.English, NewsroomLanguages.Texts("en")[$"problem.{text.Word}"]);
        Assert.All(NewsroomLanguages.All.Where(language => language != "en"), language =>
        {
            Assert.NotEqual(text.English, NewsroomLanguages.Texts(language)[$"problem.{text.Word}"]);
            Assert.Equal(Places(text.English), Places(Read(language)[$"problem.{text.Word}"]));
        });
    });

    [Fact]
    public void Values_stand_in_a_sentence_as_they_are() => Assert.Equal(
        "The time zone “{1} {0}” of the edition en is not known here; use a name like Europe/Copenhagen.", new SettingProblem(SettingKey.Of("en", "timeZone"), ProblemText.TimeZone, "{1} {0}", "en").Sentence);

    // A key that no text has is otherwise noticed by whoever opens the page.
    [Fact]
    public void Every_text_that_a_page_names_is_there()
    {
        var texts = NewsroomLanguages.Texts("en");
        var named = Directory.EnumerateFiles(Repository.Path("src/Storyprint.NewsroomPages"), "*.*", SearchOption.AllDirectories).Where(file => file.EndsWith(".razor", StringComparison.Ordinal) || file.EndsWith(".cs", StringComparison.Ordinal))
            .SelectMany(file => Named().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).Distinct();
        Assert.All(named, key => Assert.True(texts.Has(key), key));
    }

    private static Dictionary<string, string> Read(string language)
    {
        using var document = JsonDocument.Parse(File.ReadAllText(Repository.Path($"src/Storyprint.NewsroomPages/Texts/{language}.json")));
        return document.RootElement.EnumerateObject().ToDictionary(each => each.Name, each => each.Value.ToString());
    }

    private static List<string> Places(string text) => [.. Place().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\d\}")]
    private static partial Regex Place();

    [GeneratedRegex("""Room\.T\("([^"{]+)"[,)]""")]
    private static partial Regex Named();
}
