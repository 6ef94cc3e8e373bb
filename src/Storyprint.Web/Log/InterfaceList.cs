using Storyprint.Provenance.Served;
using Storyprint.Stories.Editions;
using Storyprint.Web.Localization;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Log;

/// <summary>All words that pages say beside the stories, for whoever checks that they say no others.</summary>
public sealed class InterfaceList(Publication publication, PageContextFactory views)
{
    public async Task<InterfaceDocument> ReadAsync(CancellationToken cancellation = default)
    {
        var editions = new List<InterfaceEdition>();
        foreach (var edition in publication.Editions)
        {
            editions.Add(Create(await views.OfAsync(edition, cancellation)));
        }

        return new InterfaceDocument { Address = publication.PublicAddress.Origin, Editions = editions };
    }

    private InterfaceEdition Create(PageContext view)
    {
        int[] months = [.. Enumerable.Range(1, 12)];
        return new InterfaceEdition
        {
            Language = view.Language,
            Name = view.Edition.Name,
            IsJalali = view.Edition.Calendar == EditionCalendar.Jalali,
            Months = [.. months.Select(view.Dates.Month)],
            Sections = view.Sections.DistinctBy(section => section.Slug).ToDictionary(section => section.Slug, section => section.Name),
            Texts = view.Texts.Keys.Order(StringComparer.Ordinal).ToDictionary(key => key, key => view.Texts[key]),
            Words = [.. ((string[])
            [
                view.Edition.Tagline, view.Edition.Imprint, view.Edition.ZoneName, .. months.Select(view.Dates.MonthAlone), .. view.Dates.Weekdays, .. view.Dates.WeekdaysInShort,
                .. publication.Editions.Select(edition => LanguageDisplayName.For(edition.Language)),
            ]).Where(text => text.Length > 0).Distinct()],
        };
    }
}
