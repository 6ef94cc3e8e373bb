using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Site;

/// <summary>Finds what an address of an earlier system leads to: the story that had it, what the settings say, or the page of ours that is the same as one of WordPress.</summary>
internal sealed class OldAddresses(StoryStore stories, WordPressAddresses wordPress, Publication publication)
{
    /// <summary>What a query at a page's address meant to an earlier system; null where nothing is known of it.</summary>
    public async Task<OldAddress?> OfQueryAsync(string path, string query, CancellationToken cancellation) =>
        await StoryAsync(LegacyUrlForms.OfQuery(path, query), cancellation) ?? Page(wordPress.OfQuery(path, query));

    /// <summary>What a path led to; its query is only looked at where it was part of an address.</summary>
    public async Task<OldAddress?> OfPathAsync(string path, string query, CancellationToken cancellation) =>
        await StoryAsync(LegacyUrlForms.Of(path, query), cancellation)
        ?? Page(PublicationRedirect.Find(publication.Redirects, path))
        ?? Page(await wordPress.OfPathAsync(path, cancellation));

    private async Task<OldAddress?> StoryAsync(IReadOnlyList<string> keys, CancellationToken cancellation) => await stories.FindByOldLinksAsync(keys, cancellation) is not { } found ? null
        : found.IsWithdrawn ? new OldAddress.Gone(found.Code)
        : new OldAddress.Leads(PublicAddress.NewsPath(found.Code, found.Slug));

    private static OldAddress.Leads? Page(string? path) => path is null ? null : new OldAddress.Leads(path);
}
