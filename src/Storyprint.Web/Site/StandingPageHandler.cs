using Storyprint.Formats.MarkdownFolders;
using Storyprint.Storage.Changes;
using Storyprint.Stories.Body;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The static pages of an edition: about us, policies.</summary>
public sealed class StandingPageHandler(SiteResponses pages)
{
    public Task<PageResult> AboutAsync(PageContext page) => AnswerAsync(page, "about", page.T("about.title"), About(page));

    public Task<PageResult> PoliciesAsync(PageContext page) => AnswerAsync(page, "policies", page.T("policies.title"), Policies(page));

    /// <summary>What "About us" says.</summary>
    internal static IReadOnlyList<Block> About(PageContext page)
    {
        var contact = page.Publication.Contact;
        var blocks = Blocks(page.Edition.About, page);
        return contact.Length == 0 ? blocks : [.. blocks, new Paragraph(RichText.From($"{page.T("about.contact")}: {contact}"))];
    }

    /// <summary>What "How we work" says.</summary>
    internal static IReadOnlyList<Block> Policies(PageContext page) => Blocks(page.Edition.Policies, page);

    private Task<PageResult> AnswerAsync(PageContext page, string name, string title, IReadOnlyList<Block> blocks)
    {
        CacheDependencies.Add(CacheTag.StandingPages(page.Language));
        var head = new PageHead
        {
            Title = title,
            Canonical = $"{page.Home}/{name}",
            Alternates = [.. page.Publication.Editions.Select(edition => (edition.Language, $"/{edition.Language}/{name}"))],
        };
        return pages.AnswerAsync<StandingPage>(page, head, ("Title", title), ("Blocks", blocks));
    }

    private static IReadOnlyList<Block> Blocks(string markdown, PageContext page) =>
        markdown.Length == 0 ? [new Paragraph(RichText.From(page.T("about.none")))] : MarkdownToBlocks.Read(markdown);
}
