using Storyprint.Storage.Log;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The page "How to check us" of an edition.</summary>
public sealed class HowToCheckHandler(SiteResponses pages, KeyStore keys, LogStore log)
{
    public async Task<PageResult> RunAsync(PageContext page, CancellationToken cancellation)
    {
        const string Name = "how-to-check";
        var head = new PageHead
        {
            Title = page.T("check.title"),
            Description = page.T("check.say"),
            Canonical = $"{page.Home}/{Name}",
            Alternates = [.. page.Publication.Editions.Select(edition => (edition.Language, $"/{edition.Language}/{Name}"))],
        };
        return await pages.AnswerAsync<HowToCheckPage>(
            page, head, ("Keys", await keys.ListAsync(cancellation)), ("Size", await log.SizeAsync(cancellation)));
    }
}
