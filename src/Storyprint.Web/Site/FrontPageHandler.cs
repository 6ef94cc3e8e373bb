using Storyprint.Storage.Changes;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.FrontPages;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The front page of an edition: as its editors arranged it, and by rule where they did not.</summary>
public sealed class FrontPageHandler(StoryListStore lists, SiteResponses pages, TimeProvider clock)
{
    private const int Newest = 24;

    /// <summary>The front page that readers get.</summary>
    public Task<PageResult> RunAsync(PageContext page, CancellationToken cancellation) => RunAsync(page, page.Edition.FrontPage, cancellation);

    /// <summary>The front page as an arrangement would make it.</summary>
    public async Task<PageResult> RunAsync(PageContext page, FrontArrangement? arrangement, CancellationToken cancellation)
    {
        var (front, sections) = await ComposeAsync(page, arrangement, cancellation);
        return await pages.AnswerAsync<FrontPage>(
            page, Head(page, front.Lead),
            ("Lead", front.Lead), ("Second", front.Second), ("Third", front.Third), ("Under", front.Under), ("Rail", front.Rail), ("Sections", sections));
    }

    /// <summary>The stories that an arrangement gives to each place, and to the blocks of the sections: null for the block that sections with a single story share.</summary>
    public async Task<(FrontSelection Front, IReadOnlyList<(SectionName? Section, IReadOnlyList<StorySummary> Cards)> Sections)> ComposeAsync(
        PageContext page, FrontArrangement? arrangement, CancellationToken cancellation)
    {
        CacheDependencies.Add(CacheTag.Front(page.Language));
        var pinned = await PinnedAsync(page, arrangement, cancellation);
        var front = FrontSelection.Fill(await lists.LatestAsync(page.Language, 0, Newest + pinned.Count, cancellation), pinned.Stories);
        return (front, await SectionsAsync(page, arrangement, front, pinned.Stories, cancellation));
    }

    private async Task<(PinnedStories Stories, int Count)> PinnedAsync(PageContext page, FrontArrangement? arrangement, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (arrangement?.At(now).ToList() is not { Count: > 0 } pins)
        {
            return (PinnedStories.None, 0);
        }

        if (arrangement.NextEnd(now) is { } end)
        {
            CacheDependencies.ExpireAt(end);
        }

        // A section may have been given another slug since.
        var placed = pins.Select(pin => pin with { Section = pin.Section is null ? null : page.Sections.SlugOf(pin.Section) });
        return (new PinnedStories(placed, await lists.ListedAsync(page.Language, [.. pins.Select(pin => pin.Code).OfType<StoryCode>().Distinct()], cancellation)), pins.Count);
    }

    private async Task<List<(SectionName? Section, IReadOnlyList<StorySummary> Cards)>> SectionsAsync(
        PageContext page, FrontArrangement? arrangement, FrontSelection front, PinnedStories pinned, CancellationToken cancellation)
    {
        var sections = new List<(SectionName?, IReadOnlyList<StorySummary>)>();
        var single = new List<StorySummary>();
        var menu = page.Menu;
        var shown = front.All.Count();
        foreach (var section in InOrder(page.Sections, arrangement))
        {
            var take = FrontPlace.Section.Size + shown + (arrangement?.Pins.Count ?? 0);
            var cards = front.OfSection(section.Slug, await lists.InSectionAsync(page.Language, section.Slugs, 0, take, cancellation), pinned);

            // What the settings do not name, a typing error perhaps, gets no heading here either.
            if (menu.Contains(section) && (cards.Count >= 2 || cards.Any(pinned.Holds)))
            {
                sections.Add((section, cards));
            }
            else
            {
                single.AddRange(cards);
            }
        }

        // Sections with a single story left share a row: a row of one looks like a mistake.
        if (single.Count > 0)
        {
            sections.Add((null, [.. single.OrderByDescending(card => card.SortKey).Take(FrontPlace.Section.Size * 2)]));
        }

        return sections;
    }

    private static IEnumerable<SectionName> InOrder(IReadOnlyList<SectionName> sections, FrontArrangement? arrangement)
    {
        var chosen = (arrangement?.Sections ?? []).Select(sections.Named).OfType<SectionName>().Distinct().ToList();
        return chosen.Concat(sections.Where(section => !chosen.Contains(section)));
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
