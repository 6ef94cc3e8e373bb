using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.History;

/// <summary>The page that compares two revisions of a story word by word.</summary>
public sealed class ComparisonHandler(StoryStore stories, PageContextFactory contexts, SiteResponses pages, CurrentPublication publication)
{
    public async Task<PageResult?> RunAsync(StoryCode code, RevisionNumber before, RevisionNumber after, CancellationToken cancellation)
    {
        if (await stories.FindAsync(new RevisionId(code, before), cancellation) is not { } old
            || await stories.FindAsync(new RevisionId(code, after), cancellation) is not { } now)
        {
            return null;
        }

        var page = await contexts.CreateAsync(publication.Value.EditionOrMain(now.Edition), cancellation);
        var title = page.Texts.Format("compare.title", page.Dates.Number(before.Value), page.Dates.Number(after.Value));

        // A comparison has no canonical address: it should not be found by search.
        var head = new PageHead { Title = page.Texts.Format("label.title", title, now.Content.Headline) };
        return await pages.AnswerAsync<ComparePage>(
            page, head, ("Title", title), ("Before", old), ("After", now), ("Comparison", RevisionComparison.Compare(old.Content, now.Content)));
    }

    /// <summary>Whether readers may see both revisions.</summary>
    public async Task<bool> IsThereAsync(StoryCode code, RevisionNumber before, RevisionNumber after, CancellationToken cancellation) =>
        await stories.FindAsync(new RevisionId(code, before), cancellation) is not null
        && await stories.FindAsync(new RevisionId(code, after), cancellation) is not null;
}
