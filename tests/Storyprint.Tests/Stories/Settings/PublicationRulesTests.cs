using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Tests.Stories.Settings;

public sealed class PublicationRulesTests
{
    private static readonly Publication Good = TestPublication.Settings;

    private static readonly Edition English = Good.MainEdition;

    [Fact]
    public void A_publication_in_order_has_no_problem() => Assert.Empty(PublicationRules.Problems(Good with
    {
        Contact = "https://ledger.example/contact",
        Looks = new PublicationLooks { Accent = "#8f1d1d", AccentInDark = "#f09a8c" },
        Mail = new PublicationMail { From = "news@ledger.example", Server = "mail.ledger.example" },
        Editions =
        [
            English with
            {
                Topics = [new TopicName("harbour", "The harbour") { Formerly = ["port"] }], Menu = [new MenuLink("Weather", "/en/topic/weather"), new MenuLink("Ferries", "https://ferries.example")],
                FrontPage = new FrontArrangement { Pins = [new FrontPin { Place = FrontPlace.Section, Section = "sea", Position = 3, Story = "20013" }] },
            },
            Good.Editions[1],
        ],
    }));

    public static TheoryData<string, string, Publication> Faults => new()
    {
        { "address", "without a path", Good with { Address = "https://ledger.example/news" } },
        { "address", "must be like", Good with { Address = null! } },
        { "contact", "mail address", Good with { Contact = "the newsroom" } },
        { "editions", "at least one edition", Good with { Editions = [] } },
        { "editions", "cannot be the language", Good with { Editions = [English with { Language = "log" }] } },
        { "editions", "cannot be the language", Good with { Editions = [English with { Language = "../x" }] } },
        { "editions", "named twice", Good with { Editions = [English, English] } },
        { "editions.en.name", "needs a name", In(English with { Name = " " }) },
        { "editions.en.timeZone", "Europe/Copenhagen", In(English with { TimeZone = "Mars/North" }) },
        { "editions.en.about", "at most 100,000 fit", In(English with { About = new string('a', 100_001) }) },
        { "editions.en.menu", "needs a name", In(English with { Menu = [new MenuLink("", "/en/about")] }) },
        { "editions.en.menu", "leads to a path", In(English with { Menu = [new MenuLink("Run", "javascript:alert(1)")] }) },
        { "editions.en.footLinks", "leads to a path", In(English with { FootLinks = [new MenuLink("Elsewhere", "//evil.example")] }) },
        { "editions.en.sections", "“city” can", In(English with { Sections = [new SectionName("City!", "City")] }) },
        { "editions.en.sections", "would lead to “A”, “B”", In(English with { Sections = [new SectionName("a", "A"), new SectionName("b", "B") { Formerly = ["a"] }] }) },
        { "editions.en.sections", "needs a name", In(English with { Sections = [new SectionName("a", "")] }) },
        { "editions.fa.sections", "another address in the edition en", Good with { Editions = [English with { Sections = [new SectionName("town", "Town") { Formerly = ["city"] }] }, Good.Editions[1]] } },
        { "editions.en.topics", "would lead to", In(English with { Topics = [new TopicName("a", "A") { Formerly = ["c"] }, new TopicName("b", "B") { Formerly = ["c"] }] }) },
        { "editions.en.bylines", "contact of Maud", In(English with { Bylines = [new BylineProfile("maud", "Maud") { Contact = "javascript:x" }] }) },
        { "editions.en.bylines", "is no language", In(English with { Bylines = [new BylineProfile("maud", "Maud") { Languages = ["English!"] }] }) },
        { "editions.en.bylines", "portrait of Maud", In(English with { Bylines = [new BylineProfile("maud", "Maud") { Portrait = "data:image/svg+xml;base64,PHN2Zy8+" }] }) },
        { "editions.en.frontPage", "is no story code", Front(new FrontPin { Place = FrontPlace.Lead, Story = "ferry" }) },
        { "editions.en.frontPage", "no place Second 3", Front(new FrontPin { Place = FrontPlace.Second, Position = 2, Story = "20013" }) },
        { "editions.en.frontPage", "which this edition does not name", Front(new FrontPin { Place = FrontPlace.Section, Section = "chess", Story = "20013" }) },
        { "editions.en.frontPage", "stands in two places", Front(new FrontPin { Place = FrontPlace.Lead, Story = "20013" }, new FrontPin { Place = FrontPlace.Rail, Story = "20013" }) },
        { "editions.en.frontPage", "in the same place", Front(new FrontPin { Place = FrontPlace.Lead, Story = "20013" }, new FrontPin { Place = FrontPlace.Lead, Story = "20021" }) },
        { "redirects", "redirected twice", Good with { Redirects = [new PublicationRedirect { From = "/a", To = "/b" }, new PublicationRedirect { From = "/a/", To = "/c" }] } },
        { "trustTxt", "member=", Good with { TrustTxt = ["whatever"] } },
        { "pageCacheMegabytes", "from 1 to 65,536", Good with { PageCacheMegabytes = 1_000_000 } },
        { "cdn", "name of a header", Good with { Cdn = new PublicationCdn { TagHeader = "A: b" } } },
        { "witnessQuorum", "require fewer", Good with { WitnessQuorum = 1 } },
        { "witnesses", "a vkey", Good with { Witnesses = [new PublicationWitness { Name = "w", Vkey = null!, Url = "https://w.example" }] } },
        { "looks", "is no colour", Good with { Looks = new PublicationLooks { Accent = "red", AccentInDark = "#f09a8c" } } },
        { "looks", "darker", Good with { Looks = new PublicationLooks { Accent = "#cccccc", AccentInDark = "#f09a8c" } } },
        { "looks", "lighter", Good with { Looks = new PublicationLooks { Accent = "#8f1d1d", AccentInDark = "#333333" } } },
        { "looks", "two shades", Good with { Looks = new PublicationLooks { Accent = "#8f1d1d" } } },
        { "looks", "PNG, JPEG or WebP", Good with { Looks = new PublicationLooks { Logo = "https://elsewhere.example/logo.png" } } },
        { "newsroomAddress", "without a path", Good with { NewsroomAddress = "https://desk.example/x" } },
        { "openIdConnect", "begins with https", Good with { OpenIdConnect = new PublicationOpenIdConnect { Authority = "http://provider.example", ClientId = "desk" } } },
        { "openIdConnect", "client id", Good with { OpenIdConnect = new PublicationOpenIdConnect { Authority = "https://provider.example", ClientId = "" } } },
        { "openIdConnect", "is no role", Good with { OpenIdConnect = new PublicationOpenIdConnect { Authority = "https://provider.example", ClientId = "desk", Roles = new Dictionary<string, string> { ["all"] = "king" } } } },
        { "mail", "is no host", Good with { Mail = new PublicationMail { Server = "not a host", From = "news@ledger.example" } } },
        { "mail", "is no port", Good with { Mail = new PublicationMail { Server = "mail.example", Port = 70_000, From = "news@ledger.example" } } },
        { "mail", "comes from", Good with { Mail = new PublicationMail { Server = "mail.example" } } },
    };

    [Theory]
    [MemberData(nameof(Faults))]
    public void Each_fault_is_named_at_its_setting_and_says_what_to_do(string key, string sentence, Publication publication)
    {
        var problem = Assert.Single(PublicationRules.Problems(publication));
        Assert.Equal(key, problem.Key.ToString());
        Assert.Contains(sentence, problem.Sentence, StringComparison.Ordinal);
    }

    private static Publication In(Edition edition) => Good with { Editions = [edition] };

    private static Publication Front(params FrontPin[] pins) => In(English with { FrontPage = new FrontArrangement { Pins = pins } });
}
