using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The front page of an edition.</summary>
public sealed class FrontPageHandler(StoryListStore lists, SiteResponses pages)
{
    private const int Newest = 24;
    private const int PerSection = 4;
    private const int RailLength = 10;

    public async Task<PageResult> RunAsync(PageContext page, CancellationToken cancellation)
    {
        var newest = await lists.LatestAsync(page.Language, 0, Newest, cancellation);
        // A retracted story never leads.
        var standing = newest.Where(card => card.Status != StoryStatus.Retracted).ToList();
        var lead = standing.FirstOrDefault(card => card.Picture is not null) ?? standing.FirstOrDefault() ?? newest.FirstOrDefault();
        var second = newest.Where(card => card != lead).OrderByDescending(card => card.Picture is not null).Take(2)
            .OrderByDescending(card => card.SortKey).ToList();

        // With short texts under its two pictures, the column is about as tall as the lead and the two stories under it.
        var third = newest.FirstOrDefault(card => card.Picture is null && card != lead && !second.Contains(card));

        // The same picture twice on a screen looks like a mistake.
        var seen = second.Append(lead).Select(card => card?.Picture?.Hash).ToHashSet();
        var under = newest.Where(card => card.Picture is { } picture && seen.Add(picture.Hash)).Take(2).ToList();
        var rail = newest.Where(card => card != lead && !second.Contains(card) && !under.Contains(card) && card != third).Take(RailLength).ToList();
        var shown = rail.Concat(second).Concat(under).Append(lead).Append(third).Select(card => card?.Code).ToHashSet();
        var sections = new List<(SectionName?, IReadOnlyList<StorySummary>)>();
        var single = new List<StorySummary>();
        var menu = page.Menu;
        foreach (var section in page.Sections)
        {
            var cards = await lists.InSectionAsync(page.Language, section.Slug, 0, PerSection + shown.Count, cancellation);
            var fresh = cards.Where(card => !shown.Contains(card.Code)).Take(PerSection).ToList();

            // What the settings do not name, a typing error perhaps, gets no heading here either.
            if (fresh.Count >= 2 && menu.Contains(section))
            {
                sections.Add((section, fresh));
            }
            else
            {
                single.AddRange(fresh);
            }
        }

        // Sections with a single story left share a row: a row of one looks like a mistake.
        if (single.Count > 0)
        {
            sections.Add((null, [.. single.OrderByDescending(card => card.SortKey).Take(PerSection * 2)]));
        }

        return await pages.AnswerAsync<FrontPage>(
            page, Head(page, lead), ("Lead", lead), ("Second", second), ("Third", third), ("Under", under), ("Rail", rail), ("Sections", sections));
    }

    private static PageHead Head(PageContext page, StorySummary? lead) => new()
    {
        Title = page.Edition.Name,
        Description = page.Edition.Tagline,
        Canonical = page.Front,
        Alternates = [.. page.Publication.Editions.Select(edition => (edition.Language, page.FrontOf(edition)))],
        Feed = $"{page.Home}/feed",
        Opening = [(FontCut.Headline, lead?.Headline ?? string.Empty), (page.Edition.IsRightToLeft ? FontCut.Text : FontCut.Standfirst, page.Edition.Tagline)],
    };
}
