using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Integrity;

/// <summary>Computes the columns of a story's row that are derived from its revisions.</summary>
internal static class DerivedColumns
{
    /// <summary>Columns and values; those that the revisions do not determine are left out.</summary>
    public static IReadOnlyList<(string Column, object? Value)> Of(StoredStory story)
    {
        var newest = story.Newest;
        List<(string, object?)> columns = [("current_revision", newest?.Number ?? 0), ("release_kind", (long)(newest?.Kind ?? 0))];
        if (story.Status is { } status)
        {
            columns.Add(("status", (long)status));
        }

        columns.AddRange(story.IsWithdrawn ? Withdrawn(newest!) : story.Shown is null ? [("is_listed", false)] : Shown(story));
        return columns;
    }

    private static (string, object?)[] Withdrawn(StoredRevision withdrawal) =>
    [
        ("is_listed", false), ("withdrawn_at", withdrawal.ReleasedAt), ("slug", ""), ("section", ""), ("label", null), ("kicker", ""), ("headline", ""), ("standfirst", ""), ("bylines", ""),
        ("picture_hash", null), ("picture_alt", null), ("translation_key", null), ("source_digest", null),
    ];

    private static IEnumerable<(string, object?)> Shown(StoredStory story)
    {
        var (head, picture) = (StoryListing.From(story.Shown!), story.Shown!.LeadPicture);
        foreach (var column in ((string, object?)[])
        [
            ("slug", story.Newest!.Row.Text("slug")), ("section", head.Section), ("label", head.Label is { } label ? CodeNames.Of(label) : null), ("kicker", head.Kicker), ("headline", head.Headline), ("standfirst", head.Summary),
            ("bylines", string.Join('\n', head.Bylines)), ("picture_hash", picture?.Hash), ("picture_width", picture?.Width ?? 0), ("picture_height", picture?.Height ?? 0),
            ("picture_alt", picture?.Alt), ("picture_focus_x", picture?.Focus.X ?? 0.5), ("picture_focus_y", picture?.Focus.Y ?? 0.5),
            ("withdrawal_reason", null), ("withdrawn_at", null),
        ])
        {
            yield return column;
        }

        var isOfNewsroom = story.SourceRevision == 0;
        if (isOfNewsroom)
        {
            yield return ("published_at", story.Revisions[0].ReleasedAt);
        }

        if (isOfNewsroom && story.Row.Text("source_id") is null)
        {
            yield return ("is_static_page", false);
        }

        var isPage = !(isOfNewsroom && story.Row.Text("source_id") is null) && story.Row.Holds("is_static_page", true);
        yield return ("is_listed", !isPage);
        if (PublishedAt(story) is { } published)
        {
            yield return ("sort_key", SortKey.Create(DateTimeOffset.FromUnixTimeMilliseconds(published), story.Id));
        }

        if (UpdatedAt(story) is (true, var updated))
        {
            yield return ("updated_at", updated);
        }
    }

    /// <summary>The sort key of the story's rows in lists; null where it has no publication time.</summary>
    public static long? SortKeyOf(StoredStory story) =>
        PublishedAt(story) is { } published ? SortKey.Create(DateTimeOffset.FromUnixTimeMilliseconds(published), story.Id) : null;

    private static long? PublishedAt(StoredStory story) =>
        (story.SourceRevision == 0 ? story.Revisions[0].ReleasedAt : story.Row.Number("published_at")) is >= -62_135_596_800_000 and <= 253_402_300_799_999 and var published ? published : null;

    // Changes only with the canonical text. In an import it is the archive's own time.
    private static (bool IsKnown, long? At) UpdatedAt(StoredStory story)
    {
        (bool IsKnown, long? At) updated = (true, null);
        StoredRevision? before = null;
        foreach (var revision in story.Revisions)
        {
            updated = revision.Number <= story.SourceRevision ? (false, null)
                : before is null ? (true, null)
                : revision.Content is null || before.Content is null ? (false, null)
                : CanonicalText.IsSameStory(RevisionText.New(before.Content), RevisionText.New(revision.Content)) && revision.Kind != ReleaseKind.Publish ? updated
                : (true, revision.ReleasedAt);
            before = revision;
        }

        return updated;
    }
}
