using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Integrity;

/// <summary>Checks a story's row and its rows in lists against its revisions.</summary>
/// <param name="withdrawn">Codes of withdrawn stories: links to them lost their words, and with them the import's digest.</param>
internal sealed class StoryCheck(RevisionCheck revisions, IReadOnlyCollection<string> withdrawn)
{
    public IEnumerable<IntegrityFault> Faults(StoredStory story) => [.. SealedFaults(story), .. DerivedFaults(story)];

    /// <summary>The faults of its revisions; nothing can be rebuilt from them while there is any.</summary>
    public IEnumerable<IntegrityFault> SealedFaults(StoredStory story)
    {
        StoredRevision? before = null;
        foreach (var revision in story.Revisions)
        {
            foreach (var problem in revisions.Problems(story, revision, before))
            {
                yield return IntegrityFault.Sealed(story.NameOf(revision), problem);
            }

            before = revision;
        }

        foreach (var problem in OfStory(story))
        {
            yield return IntegrityFault.Sealed(story.Name, problem);
        }
    }

    public static IEnumerable<IntegrityFault> DerivedFaults(StoredStory story)
    {
        foreach (var (column, value) in DerivedColumns.Of(story).Where(column => !story.Row.Holds(column.Column, column.Value)))
        {
            yield return IntegrityFault.Derived(story.Name, $"story.{column} is {story.Row.Shown(column)}; its revisions say {StoredRow.Shown(value)}.");
        }

        foreach (var table in DerivedRows.Of(story).DifferingFrom(story))
        {
            yield return IntegrityFault.Derived(story.Name, $"Its rows of {table} are not those of its newest revision.");
        }

        var hashes = story.Revisions.SelectMany(revision => revision.Content?.MediaHashes ?? []).ToHashSet();
        if (hashes.Except(story.Pictures).Any() || (story.Revisions.Count > 0 && story.Revisions.All(revision => revision.Content is not null) && story.Pictures.Except(hashes).Any()))
        {
            yield return IntegrityFault.Derived(story.Name, "Its rows of story_picture are not the pictures of its revisions.");
        }
    }

    private IEnumerable<string> OfStory(StoredStory story)
    {
        if (story.Status is null && (StoryStatus)(story.Row.Number("status") ?? 0) is var status && (status.IsVisibleToReaders || status == StoryStatus.Withdrawn))
        {
            yield return $"It is stored as {status}, and has no revision that says so.";
        }

        if (story.IsWithdrawn && story.Row.Number("withdrawal_reason") is not long)
        {
            yield return "It was withdrawn, and the reason is missing.";
        }

        if (story.IsWithdrawn && story.Row.Text("source_id") is { } source && !WithdrawnSource.IsKept(source))
        {
            yield return "It was withdrawn, and the name that its archive gave it is still there.";
        }

        if (story.LegacyUrls.Any(path => LegacyUrl.IsHashed(path) != story.IsWithdrawn || (!LegacyUrl.IsHashed(path) && !path.StartsWith('/'))))
        {
            yield return "An address that it had before is not in the form in which it is kept.";
        }

        if (story is { Shown: not null, SourceRevision: > 0 } && story.Newest!.Number == story.SourceRevision && !IsAsImported(story) && !LeadsToWithdrawn(story))
        {
            yield return "Its row and content are not what the import read (content, slug, dates, zone, page, translation).";
        }
    }

    private bool LeadsToWithdrawn(StoredStory story) =>
        withdrawn.Any(code => story.Newest!.Json!.Contains($"/news/{code}\"", StringComparison.Ordinal));

    // The import's digest covers what no log entry does; it is valid until the newsroom releases something itself.
    private static bool IsAsImported(StoredStory story)
    {
        var row = story.Row;
        if (row.Bytes("source_digest") is not { } digest || row.Number("published_at") is not { } published)
        {
            return false;
        }

        return DigestWith(published).AsSpan().SequenceEqual(digest)
            || (published == story.Newest!.ReleasedAt && DigestWith(null).AsSpan().SequenceEqual(digest));

        byte[] DigestWith(long? at) => PreparedStory.DigestOf(
            System.Text.Encoding.UTF8.GetBytes(story.Newest!.Json!), row.Text("slug") ?? "", (StoryStatus)(row.Number("status") ?? 0), row.Holds("is_static_page", true),
            Seconds(at), Seconds(row.Number("updated_at")), row.Text("time_zone") ?? "", row.Text("translation_key"));
    }

    private static long? Seconds(long? milliseconds) => milliseconds is { } at ? (long)Math.Floor(at / 1000.0) : null;

    /// <summary>The codes of the withdrawn stories.</summary>
    public static async Task<IReadOnlyCollection<string>> WithdrawnAsync(DbConnection connection, CancellationToken cancellation) => await connection.QueryAsync(
        $"SELECT s.code FROM story s JOIN revision r ON r.story_id = s.id WHERE r.release_kind = {SqlNumbers.Withdrawal}", row => row.GetString(0), cancellation);
}
