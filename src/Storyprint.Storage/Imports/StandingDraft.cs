using System.Data.Common;
using System.Text;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Imports;

/// <summary>A draft that an import brought: whether it is still the archive's, or the newsroom has worked on it.</summary>
internal static class StandingDraft
{
    private static readonly StoryStatus[] Unpublished = [StoryStatus.Draft, StoryStatus.InReview, StoryStatus.Approved, StoryStatus.Scheduled];

    /// <summary>What the newsroom did to a story that was never published: the import's digest no longer fits words or status, or the hour is another than the archive's.</summary>
    public static async Task<DraftWork> ByNewsroomAsync(DbConnection connection, StandingStory story, CancellationToken cancellation)
    {
        var draft = await connection.FirstAsync(
            """
            SELECT d.content, d.slug, d.scheduled_for, s.published_at, s.updated_at, s.time_zone, s.translation_key, s.is_static_page
            FROM draft d JOIN story s ON s.id = d.story_id WHERE s.id = @id
            """, Read, cancellation, ("@id", story.Id));
        if (draft is null)
        {
            return DraftWork.None;
        }

        foreach (var brought in Unpublished.Where(status => story.Digest.AsSpan().SequenceEqual(draft.DigestWith(status))))
        {
            var hour = brought == StoryStatus.Scheduled ? draft.PublishedAt : null;
            return story.Status == brought && draft.ScheduledFor == hour ? DraftWork.None : DraftWork.Hour;
        }

        return DraftWork.Words;
    }

    private static Row Read(DbDataReader row) => new(
        row.GetString(0), row.GetString(1), Number(row, 2), Number(row, 3), Number(row, 4), row.GetString(5), row.TextOrNull(6), row.GetBoolean(7));

    private static long? Number(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetInt64(column);

    private sealed record Row(string Content, string Slug, long? ScheduledFor, long? PublishedAt, long? UpdatedAt, string Zone, string? TranslationKey, bool IsPage)
    {
        public byte[] DigestWith(StoryStatus status) => PreparedStory.DigestOf(
            Encoding.UTF8.GetBytes(Content), Slug, status, IsPage, SecondsOf(PublishedAt), SecondsOf(UpdatedAt), Zone, TranslationKey);

        private static long? SecondsOf(long? milliseconds) => milliseconds is { } at ? (long)Math.Floor(at / 1000.0) : null;
    }
}
