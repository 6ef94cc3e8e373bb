using Storyprint.Formats.MarkdownFolders;
using Storyprint.Provenance.Served;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Editions;
using Storyprint.Web.Localization;
using Storyprint.Web.Rendering;
using Storyprint.Web.Site;

namespace Storyprint.Web.Log;

/// <summary>All words that pages say beside the stories, for whoever checks that they say no others.</summary>
public sealed class InterfaceList(CurrentPublication publication, PageContextFactory contexts)
{
    public async Task<InterfaceDocument> ReadAsync(CancellationToken cancellation = default)
    {
        var editions = new List<InterfaceEdition>();
        foreach (var edition in publication.Value.Editions)
        {
            editions.Add(Create(await contexts.CreateAsync(edition, cancellation)));
        }

        return new InterfaceDocument { Address = publication.Value.PublicAddress.Origin, Editions = editions };
    }

    private static readonly string[] Beside = ["picture", "picture-at", "alt", "embed", "title"];

    private InterfaceEdition Create(PageContext page)
    {
        var (about, policies) = (StandingPageHandler.About(page), StandingPageHandler.Policies(page));
        int[] months = [.. Enumerable.Range(1, 12)];
        return new InterfaceEdition
        {
            Language = page.Language,
            Name = page.Edition.Name,
            IsJalali = page.Edition.Calendar == EditionCalendar.Jalali,
            Months = [.. months.Select(page.Dates.Month)],
            Sections = page.Sections.DistinctBy(section => section.Slug).ToDictionary(section => section.Slug, section => section.Name),
            Texts = page.Texts.Keys.Order(StringComparer.Ordinal).ToDictionary(key => key, key => page.Texts[key]),
            Words = [.. ((string[])
            [
                page.Edition.Tagline, page.Edition.Imprint, page.Edition.ZoneName, .. months.Select(page.Dates.MonthAlone), .. page.Dates.Weekdays, .. page.Dates.WeekdaysInShort,
                .. publication.Value.Editions.Select(edition => LanguageDisplayName.For(edition.Language)),
                .. WordsBeside(about), .. WordsBeside(policies), .. page.Edition.Menu.Concat(page.Edition.FootLinks).Select(link => link.Name),
                .. page.Edition.Topics.Select(topic => topic.Name), .. page.Edition.Bylines.SelectMany(WordsOf),
            ]).Where(text => text.Length > 0).Distinct()],
            MovedLists = new Dictionary<string, string>([.. Moved("section", page.Edition.Sections), .. Moved("topic", page.Edition.Topics), .. Moved("byline", page.Edition.Bylines)]),
            StandingPages = new Dictionary<string, IReadOnlyList<string>> { ["about"] = Lines(about), ["policies"] = Lines(policies) },
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Moved(string kind, IReadOnlyList<ITerm> terms) =>
        terms.SelectMany(term => term.Formerly, (term, slug) => KeyValuePair.Create($"{kind}/{slug}", $"{kind}/{term.Slug}")).Where(each => each.Key != each.Value).DistinctBy(each => each.Key);

    private static IEnumerable<string> WordsOf(BylineProfile profile)
    {
        var words = MarkdownToBlocks.Read(profile.Words);
        return [profile.Name, profile.Contact, .. profile.Languages.Select(LanguageDisplayName.For), .. Lines(words), .. WordsBeside(words)];
    }

    // What stands where a picture or an embedded page is, or would be, is among the other words.
    private static IReadOnlyList<string> Lines(IReadOnlyList<Block> blocks) =>
    [
        .. blocks.SelectMany(block => CanonicalText.Lines(TextVersion.V2, block)).Where(line => !Beside.Contains(line.Tag))
            .SelectMany(line => line.Tag is "row" or "head" ? CanonicalMarkup.Cells(line.Line) : [line.Line]).Select(line => CanonicalMarkup.Read(line).Plain).Where(line => line.Length > 0),
    ];

    private static IEnumerable<string> WordsBeside(IReadOnlyList<Block> blocks) => blocks.SelectMany(block => block switch
    {
        Picture picture => (string[])[picture.Alt, HostOf(picture.Address)],
        Embed embed => [embed.Title ?? "", HostOf(embed.Address)],
        _ => [],
    });

    private static string HostOf(string? address) => Uri.TryCreate(new Uri("https://localhost"), address, out var uri) ? uri.Host : string.Empty;
}
