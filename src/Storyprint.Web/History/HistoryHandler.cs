using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.History;

/// <summary>The page that lists every revision of a story.</summary>
public sealed class HistoryHandler(StoryStore stories, RevisionStore revisions, PageContextFactory contexts, SiteResponses pages, CurrentPublication publication)
{
    public async Task<PageResult?> RunAsync(StoryCode code, CancellationToken cancellation)
    {
        if (await stories.FindAsync(code, cancellation) is not { } story)
        {
            return null;
        }

        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation);
        var all = await revisions.AllAsync(code, cancellation);
        var head = new PageHead
        {
            Title = page.Texts.Format("label.title", page.T("story.history"), story.Content.Headline),
            Canonical = page.History(code),
            Feed = story.IsPage ? null : $"/news/{code}/feed",
        };
        return await pages.AnswerAsync<HistoryPage>(page, head, ("Story", story), ("Revisions", all));
    }
}
