using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Site;

/// <summary>The standing pages of an edition.</summary>
public sealed class StandingPageHandler(SiteResponses pages)
{
    public Task<PageResult> AboutAsync(PageContext view)
    {
        var contact = view.Publication.Contact;
        var blocks = Blocks(view.Edition.About, view);
        if (contact.Length > 0)
        {
            blocks = [.. blocks, new Paragraph(RichText.From($"{view.T("about.contact")}: {contact}"))];
        }

        return AnswerAsync(view, "about", view.T("about.title"), blocks);
    }

    public Task<PageResult> PoliciesAsync(PageContext view) =>
        AnswerAsync(view, "policies", view.T("policies.title"), Blocks(view.Edition.Policies, view));

    private Task<PageResult> AnswerAsync(PageContext view, string name, string title, IReadOnlyList<Block> blocks)
    {
        var head = new PageHead
        {
            Title = title,
            Canonical = $"{view.Home}/{name}",
            Alternates = [.. view.Publication.Editions.Select(edition => (edition.Language, $"/{edition.Language}/{name}"))],
        };
        return pages.AnswerAsync<StandingPage>(view, head, ("Title", title), ("Blocks", blocks));
    }

    private static IReadOnlyList<Block> Blocks(string markdown, PageContext view) =>
        markdown.Length == 0 ? [new Paragraph(RichText.From(view.T("about.none")))] : MarkdownToBlocks.Read(markdown);
}
