using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Web.Localization;

namespace Storyprint.Web.Rendering;

/// <summary>What every page of an edition needs: its texts, date formats, assets and addresses.</summary>
public sealed record PageContext(
    Publication Publication, Edition Edition, InterfaceTexts Texts, DateFormatter Dates, PageAssets Assets, IReadOnlyList<SectionName> Sections)
{
    /// <summary>Whether the page is for an archive on a disk that is read years from now: without today's date and without search.</summary>
    public bool IsCopy { get; init; }

    /// <summary>The sections of the navigation: those that the settings name; where they name none, those that stories bring along. A typing error in a story is in no menu.</summary>
    public IReadOnlyList<SectionName> Menu => Edition.Sections.Count == 0 ? Sections : [.. Sections.Where(section => Edition.Sections.Any(named => named.Slug == section.Slug))];

    public string Language => Edition.Language;

    public string Direction => Edition.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>The edition's front page.</summary>
    public string Front => FrontOf(Edition);

    public string Home => $"/{Language}";

    public string FrontOf(Edition edition) => edition == Publication.MainEdition ? "/" : $"/{edition.Language}/";

    public string Section(string slug) => $"{Home}/section/{Uri.EscapeDataString(slug)}";

    /// <summary>The list of a topic by the word that a story has for it.</summary>
    public string Topic(string name) => TopicList(Edition.Topics.SlugOf(Slug.From(name).Text));

    public string TopicList(string slug) => $"{Home}/topic/{Uri.EscapeDataString(slug)}";

    /// <summary>The page of an author by the name that a story has for them.</summary>
    public string Author(string name) => AuthorPage(Edition.Bylines.SlugOf(Slug.From(name).Text));

    public string AuthorPage(string slug) => $"{Home}/byline/{Uri.EscapeDataString(slug)}";

    public string Archive(CalendarDate date) => date switch
    {
        { Day: { } day, Month: { } month } => $"{Home}/archive/{date.Year:0000}/{month:00}/{day:00}",
        { Month: { } month } => $"{Home}/archive/{date.Year:0000}/{month:00}",
        _ => $"{Home}/archive/{date.Year:0000}",
    };

    public string Story(StorySummary card) => PublicAddress.NewsPath(card.Code, card.Slug);

    public string Print(StoryCode code) => $"/news/{code}/print";

    public string History(StoryCode code) => $"/news/{code}/history";

    public string Compare(StoryCode code, RevisionNumber before, RevisionNumber after) => $"/news/{code}/compare/{before}-{after}";

    public string SectionName(string slug) => Sections.Named(slug)?.Name ?? slug;

    public string Absolute(string path) => Publication.PublicAddress.Origin + path;

    /// <summary>The class of a language's own name where its script is not the page's: it is set in a font that readers have, for no other word asks for one.</summary>
    public string? ScriptClass(string language) => LanguageDisplayName.SharesScript(language, Language) ? null : "other-script";

    public string T(string key) => Texts[key];

    /// <summary>What a story's label is in the edition's words.</summary>
    public string Label(StoryLabel label) => T($"story.label.{CodeNames.Of(label)}");

    /// <summary>How something was made, in the edition's words.</summary>
    public string Made(DigitalSourceType made) => T($"made.{CodeNames.Of(made)}");
}
