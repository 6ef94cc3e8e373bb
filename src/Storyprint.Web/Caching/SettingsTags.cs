using Storyprint.Storage.Changes;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Web.Caching;

/// <summary>The cache tags that a change of settings invalidates: those of the pages that show it, and no others.</summary>
internal static class SettingsTags
{
    /// <summary>The tags; null where every page may have changed.</summary>
    public static IReadOnlyCollection<string>? From(IEnumerable<SettingKey> changed)
    {
        var tags = new HashSet<string>(StringComparer.Ordinal);
        foreach (var key in changed)
        {
            if (From(key) is not { } some)
            {
                return null;
            }

            tags.UnionWith(some);
        }

        return tags;
    }

    private static string[]? From(SettingKey key) => key switch
    {
        { Language: null, Name: "redirects" or "mail" or "trustTxt" or "placeholders" or "houseWords" or "firstStoryNumber" or "releaseWaitsForWitnesses" or "newsroomAddress" or "openIdConnect" } => [],
        { Language: null, Name: "witnesses" or "witnessQuorum" } => [CacheTag.Log, CacheTag.Keys],
        { Language: { } of, Name: "frontPage" } => [CacheTag.Front(of)],
        { Language: not null, Name: SettingKey.FrontDraft } => [],
        { Language: { } of, Name: "about" or "policies" } => [CacheTag.StandingPages(of)],
        { Language: { } of, Name: "sections" or "topics" or "bylines" or "menu" or "footLinks" or "tagline" or "imprint" } => [CacheTag.Sections(of)],
        _ => null,
    };
}
