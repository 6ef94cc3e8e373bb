using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Web.PrintPages;

/// <summary>The print page of a revision.</summary>
public sealed class PrintPageHandler(StoryStore stories, PageContextFactory contexts, PageRenderer renderer, PrintHyphenation hyphens, CurrentPublication publication)
{
    /// <param name="paper">The paper size the reader chose, or null for the edition's own.</param>
    public async Task<PageResult?> RunAsync(RevisionId revision, PaperSize? paper, CancellationToken cancellation) =>
        await stories.FindAsync(revision, cancellation) is { } story ? await PageAsync(story, paper, cancellation) : null;

    /// <summary>The current revision.</summary>
    public async Task<PageResult?> RunAsync(StoryCode code, PaperSize? paper, CancellationToken cancellation) =>
        await stories.FindAsync(code, cancellation) is { } story ? await PageAsync(story, paper, cancellation) : null;

    /// <summary>The print page of a text, published or not.</summary>
    internal async Task<PageResult> PageAsync(PublishedStory story, PaperSize? paper, CancellationToken cancellation)
    {
        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation);
        var current = story.IsCurrent ? story : await stories.FindAsync(story.Code, cancellation) ?? story;
        var standing = StoryStanding.From(current);
        var rules = PrintStyleRules.Create(page, story, standing.Word, paper ?? page.Edition.Paper);
        var body = await renderer.RenderAsync<PrintPage>(new Dictionary<string, object?>
        {
            ["Page"] = page,
            ["Story"] = story,
            ["Current"] = current,
            ["Standing"] = standing,
            ["PrintStyleRules"] = rules,
            ["Hyphens"] = hyphens.ForLanguage(story.Content.Language),
        });
        return new PageResult(body, "text/html; charset=utf-8", Style: rules) { IsIndexed = false };
    }
}
