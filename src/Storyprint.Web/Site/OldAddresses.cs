using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Site;

/// <summary>Finds what an address of an earlier system leads to: the story that had it, what the settings say, or the page of ours that is the same as one of WordPress.</summary>
internal sealed class OldAddresses(StoryStore stories, LegacyTargetStore targets, WordPressAddresses wordPress, CurrentPublication publication, TimeProvider clock)
{
    private readonly UnknownQueries unknown = new(clock);

    /// <summary>What a query at a page's address meant to an earlier system; null where nothing is known of it.</summary>
    public async Task<OldAddress?> OfQueryAsync(string path, string query, CancellationToken cancellation)
    {
        if (unknown.Has(path, query))
        {
            return null;
        }

        var keys = LegacyUrlForms.OfQuery(path, query);
        var found = await StoryAsync(keys, cancellation) ?? await TargetAsync(keys, cancellation) ?? Page(await wordPress.OfQueryAsync(path, query, cancellation));
        if (found is null)
        {
            unknown.Add(path, query);
        }

        return found;
    }

    /// <summary>What a path led to; its query is only looked at where it was part of an address.</summary>
    public async Task<OldAddress?> OfPathAsync(string path, string query, CancellationToken cancellation) =>
        await StoryAsync(LegacyUrlForms.Of(path, query), cancellation)
        ?? Page(PublicationRedirect.Find(publication.Value.Redirects, path))
        ?? Page(await wordPress.OfPathAsync(path, cancellation));

    /// <summary>The file or list that a path led to which nothing else answers.</summary>
    public Task<OldAddress?> OfTargetAsync(string path, CancellationToken cancellation) => TargetAsync(LegacyTargetStore.FormsOf(path), cancellation);

    private async Task<OldAddress?> TargetAsync(IReadOnlyList<string> keys, CancellationToken cancellation) => await targets.FindAsync(keys, cancellation) switch
    {
        null => null,
        ['/', ..] and var file => new OldAddress.Leads(file),
        var list => Page(await wordPress.OfListAsync(list, cancellation)),
    };

    private async Task<OldAddress?> StoryAsync(IReadOnlyList<string> keys, CancellationToken cancellation) => await stories.FindByOldLinksAsync(keys, cancellation) is not { } found ? null
        : found.IsWithdrawn ? new OldAddress.Gone(found.Code)
        : new OldAddress.Leads(PublicAddress.NewsPath(found.Code, found.Slug));

    private static OldAddress.Leads? Page(string? path) => path is null ? null : new OldAddress.Leads(path);
}
