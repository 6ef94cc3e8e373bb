using System.Text.Json;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.Stories.Settings;

/// <summary>A publication is taken apart into settings and put together again without a difference.</summary>
public sealed class PublicationSettingsTests
{
    private static readonly Publication Rich = TestPublication.Settings with
    {
        Looks = new PublicationLooks { Accent = "#12507b", AccentInDark = "#9cc9f0" },
        Mail = new PublicationMail { From = "news@ledger.example", Server = "mail.ledger.example", Port = 587 },
        Redirects = [new PublicationRedirect { From = "/blog/*", To = "/en/archive" }],
        Witnesses = [new PublicationWitness { Name = "w1", Vkey = "w1+aa+bb", Url = "https://w.example" }],
        Cdn = new PublicationCdn { TagHeader = "Surrogate-Key" },
        PublishesOriginals = true,
        Editions =
        [
            TestPublication.Settings.Editions[0] with
            {
                About = "We say “what is”.\n\n* And </script> nothing else",
                Topics = [new TopicName("harbour", "The harbour") { Formerly = ["port", "docks"] }],
                Bylines = [new BylineProfile("maud-ferrier", "Maud Ferrier") { Words = "She counts boats.", Contact = "maud@ledger.example", Languages = ["en", "fa"] }],
                Menu = [new MenuLink("Weather", "/en/topic/weather")],
                FootLinks = [new MenuLink("Terms", "https://ledger.example/terms")],
                FrontPage = new FrontArrangement { Pins = [new FrontPin { Place = FrontPlace.Lead, Story = "20013" }], Sections = ["sea"] },
            },
            TestPublication.Settings.Editions[1],
        ],
    };

    [Fact]
    public void What_is_taken_apart_is_put_together_again()
    {
        var settings = PublicationSettings.Split(Rich);
        Assert.Equal(Json(Rich), Json(PublicationSettings.Join(settings.ToDictionary(setting => setting.Key, setting => setting.Value))));
        Assert.Contains((SettingKey.Of("editions"), """["en","fa"]"""), settings);
        Assert.Contains((SettingKey.Of("fa", "name"), "\"روزنامهٔ آزمون\""), settings);
        Assert.DoesNotContain(settings, setting => SettingKey.IsOfMachine(setting.Key.Name));
    }

    [Fact]
    public void What_is_missing_has_its_default_and_languages_that_are_no_editions_are_passed_over()
    {
        var joined = PublicationSettings.Join(new Dictionary<SettingKey, string>
        {
            [SettingKey.Of("address")] = "\"https://a.example\"",
            [SettingKey.Of("editions")] = """["fa"]""",
            [SettingKey.Of("fa", "name")] = "\"الف\"",
            [SettingKey.Of("de", "name")] = "\"A\"",
            [SettingKey.Of("fa", SettingKey.FrontDraft)] = """{"pins":[{"place":"Lead","story":"1"}]}""",
        });
        Assert.Equal("fa", Assert.Single(joined.Editions).Language);
        Assert.Equal(("UTC", 24, 1000L), (joined.MainEdition.TimeZone, joined.PageCacheMegabytes, joined.FirstStoryNumber));
        Assert.Null(joined.MainEdition.FrontPage);
    }

    [Fact]
    public void Settings_without_an_address_make_no_publication() => Assert.Throws<JsonException>(() => PublicationSettings.Join(new Dictionary<SettingKey, string>()));

    [Theory]
    [InlineData("address", "\"https://a.example\"", true)]
    [InlineData("address", "5", false)]
    [InlineData("address", "https://a.example", false)]
    [InlineData("pageCacheMegabytes", "24", true)]
    [InlineData("pageCacheMegabytes", "\"many\"", false)]
    [InlineData("cdn", "null", true)]
    [InlineData("cdn", """{"maxAgeSeconds":5}""", true)]
    [InlineData("redirects", """[{"from":"/a","to":"/b"}]""", true)]
    [InlineData("redirects", """[{"from":"/a"}]""", false)]
    [InlineData("redirects", "[null]", false)]
    [InlineData("editions", """["en"]""", true)]
    [InlineData("editions", """[{"language":"en"}]""", false)]
    [InlineData("editions.en.calendar", "\"Jalali\"", true)]
    [InlineData("editions.en.calendar", "\"Lunar\"", false)]
    [InlineData("editions.en.sections", """[{"slug":"sea","name":"Sea","formerly":["docks"]}]""", true)]
    [InlineData("editions.en.sections", """[{"slug":"sea","name":"Sea","formerly":[null]}]""", false)]
    [InlineData("editions.en.frontDraft", """{"pins":[{"place":"Rail","position":3,"story":"20013"}]}""", true)]
    [InlineData("editions.en.frontDraft", """{"pins":[{"place":"Cellar","story":"20013"}]}""", false)]
    public void A_value_has_the_shape_of_its_setting(string key, string value, bool fits)
    {
        Assert.True(SettingKey.TryParse(key, out var parsed));
        Assert.Equal(fits, PublicationSettings.ShapeProblem(parsed, value) is null);
    }

    [Theory]
    [InlineData("editions.en.menu", """[ {"to":"/b", "name":"\u0628"} ]""", """[{"name":"ب","to":"/b"}]""")]
    [InlineData("cdn", """{ "tagHeader": "xkey" }""", """{"maxAgeSeconds":30,"staleWhileRevalidateSeconds":30,"tagHeader":"xkey"}""")]
    [InlineData("editions.en.frontPage", " null ", "null")]
    [InlineData("address", " \"https:\\/\\/a.example\" ", "\"https://a.example\"")]
    public void Two_ways_to_write_a_value_are_one(string key, string written, string kept)
    {
        Assert.True(SettingKey.TryParse(key, out var parsed));
        Assert.Equal(kept, PublicationSettings.Normalize(parsed, written));
        Assert.Equal(kept, PublicationSettings.Normalize(parsed, kept));
    }

    private static string Json(Publication publication) => JsonSerializer.Serialize(publication, PublicationJson.Default.Publication);
}
