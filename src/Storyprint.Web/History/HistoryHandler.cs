using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.History;

/// <summary>The page that lists every revision of a story.</summary>
public sealed class HistoryHandler(StoryStore stories, RevisionStore revisions, PageContextFactory views, SiteResponses pages, Publication publication)
{
    public async Task<PageResult?> RunAsync(StoryCode code, CancellationToken cancellation)
    {
        if (await stories.FindAsync(code, cancellation) is not { } story)
        {
            return null;
        }

        var view = await views.OfAsync(publication.EditionOrMain(story.Edition), cancellation);
        var all = await revisions.AllAsync(code, cancellation);
        var head = new PageHead
        {
            Title = view.Texts.Format("label.title", view.T("story.history"), story.Content.Headline),
            Canonical = view.History(code),
            Feed = story.IsPage ? null : $"/news/{code}/feed",
        };
        return await pages.AnswerAsync<HistoryPage>(view, head, ("Story", story), ("Revisions", all));
    }
}
