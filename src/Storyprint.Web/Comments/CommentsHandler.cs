using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Comments;

/// <summary>The page of the comments that came with a story from an earlier system, where the publication shows them. Nobody can write to it, and search engines pass over it.</summary>
public sealed class CommentsHandler(StoryStore stories, ArchivedCommentStore comments, PageContextFactory contexts, SiteResponses pages, CurrentPublication publication)
{
    public async Task<PageResult?> RunAsync(StoryCode code, CancellationToken cancellation)
    {
        if (!publication.Value.ShowsArchivedComments || await stories.FindAsync(code, cancellation) is not { } story || await comments.OfAsync(code, cancellation) is not { Count: > 0 } all)
        {
            return null;
        }

        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(story.Edition), cancellation);
        var head = new PageHead { Title = page.Texts.Format("label.title", page.T("comments.title"), story.Content.Headline), Canonical = $"/news/{code}/comments" };
        return await pages.AnswerAsync<CommentsPage>(page, head, ("Story", story), ("Comments", all)) with { IsIndexed = false };
    }
}
