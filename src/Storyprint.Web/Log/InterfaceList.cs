using Storyprint.Provenance.Served;
using Storyprint.Stories.Editions;
using Storyprint.Web.Localization;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Log;

/// <summary>All words that pages say beside the stories, for whoever checks that they say no others.</summary>
public sealed class InterfaceList(Publication publication, PageContextFactory contexts)
{
    public async Task<InterfaceDocument> ReadAsync(CancellationToken cancellation = default)
    {
        var editions = new List<InterfaceEdition>();
        foreach (var edition in publication.Editions)
        {
            editions.Add(Create(await contexts.CreateAsync(edition, cancellation)));
        }

        return new InterfaceDocument { Address = publication.PublicAddress.Origin, Editions = editions };
    }

    private InterfaceEdition Create(PageContext page)
    {
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
                .. publication.Editions.Select(edition => LanguageDisplayName.For(edition.Language)),
            ]).Where(text => text.Length > 0).Distinct()],
        };
    }
}
