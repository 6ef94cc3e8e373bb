using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Library;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Releases;

/// <summary>What is refused of a draft before any rule is asked: what the rules, which see a text alone, cannot know.</summary>
internal static class DraftRefusals
{
    public static async Task<IReadOnlyList<ReleaseRefusal>> OfAsync(DbConnection connection, StoryForRelease story, DateTimeOffset now, CancellationToken cancellation) => story.Draft is null ? [] :
        story.Draft.HasChoices ? [new ReleaseRefusal.OpenChoices()]
        : [
            .. (await HousePlaceholdersAsync(connection, story, cancellation)).Select(word => new ReleaseRefusal.Placeholder(word)),
            .. await EndedRightsAsync(connection, story, now, cancellation),
        ];

    // Those of the house; the usual ones are refused by the rules themselves. What readers see already, or an archive brought, goes out.
    private static async Task<IReadOnlyList<string>> HousePlaceholdersAsync(DbConnection connection, StoryForRelease story, CancellationToken cancellation)
    {
        if (story.Draft!.ScheduledBy?.Means == ReleaseMeans.Import
            || await connection.ScalarAsync<string>("SELECT v.value FROM setting s JOIN setting_version v ON v.id = s.version_id WHERE s.key = 'placeholders'", cancellation) is not { } value
            || JsonSerializer.Deserialize(value, HousePlaceholdersJson.Default.StringArray) is not { Length: > 0 } house)
        {
            return [];
        }

        return [.. Placeholders.In(story.Draft.Content, house).Except(story.State.Content is { } shown ? Placeholders.In(shown, house) : Placeholders.In(story.Draft.Content))];
    }

    // A correction of words is not held up by a picture that readers see already; the library warns of that one.
    private static async Task<IReadOnlyList<ReleaseRefusal>> EndedRightsAsync(DbConnection connection, StoryForRelease story, DateTimeOffset now, CancellationToken cancellation)
    {
        var shown = story.State.Content?.MediaHashes.ToHashSet() ?? [];
        List<ReleaseRefusal> refusals = [];
        foreach (var (index, picture) in story.Draft!.Content.Pictures.Index())
        {
            if (picture.Hash is { } hash && !shown.Contains(hash) && await PictureLibrary.StoppedSinceAsync(connection, hash, now, cancellation) is { } ended)
            {
                refusals.Add(new ReleaseRefusal.RightsEnded(index + 1, ended));
            }
        }

        return refusals;
    }
}

[JsonSerializable(typeof(string[]))]
internal sealed partial class HousePlaceholdersJson : JsonSerializerContext;
