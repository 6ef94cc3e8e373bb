using System.Data.Common;
using Storyprint.Storage.Changes;
using Storyprint.Storage.Engine;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Stories;

/// <summary>The public notes of an edition. A withdrawn story's notes are erased with its words.</summary>
public sealed class CorrectionStore(Database database)
{
    /// <summary>Notes of listed stories, newest first. Of several notes of one second the older belongs to the older revision.</summary>
    public async Task<IReadOnlyList<PublicNote>> NewestAsync(string edition, int skip, int take, CancellationToken cancellation = default)
    {
        CacheDependencies.Add(CacheTag.Corrections(edition));
        await using var connection = await database.OpenAsync(cancellation);
        var notes = await connection.QueryAsync(
            $"""
            SELECT s.code, s.slug, n.ordinal, r.content,
                   (SELECT MIN(m.number) FROM revision m WHERE m.story_id = s.id AND m.released_at = n.released_at AND m.release_kind IN ({SqlNumbers.WithNote})
                    AND (SELECT COUNT(*) FROM revision e WHERE e.story_id = s.id AND e.released_at = n.released_at AND e.release_kind IN ({SqlNumbers.WithNote}) AND e.number < m.number)
                      = (SELECT COUNT(*) FROM story_note o WHERE o.story_id = n.story_id AND o.released_at = n.released_at AND o.ordinal > n.ordinal))
            FROM (SELECT released_at, story_id, ordinal FROM story_note WHERE edition = @edition ORDER BY released_at DESC, story_id DESC, ordinal DESC LIMIT @take OFFSET @skip) n
            JOIN story s ON s.id = n.story_id JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision
            WHERE {ReaderVisibility.VisibleToReaders} ORDER BY n.released_at DESC, n.story_id DESC, n.ordinal DESC
            """,
            Read, cancellation, ("@edition", edition), ("@skip", skip), ("@take", take));
        notes.ForEach(note => CacheDependencies.Add(CacheTag.Story(note.Code)));
        CacheDependencies.AddDeep(notes.Count, edition, skip);
        return notes;
    }

    private static PublicNote Read(DbDataReader row)
    {
        var content = StoryJson.Read(row.GetString(3));
        var position = row.GetInt32(2);
        return new PublicNote
        {
            Code = StoryCode.FromDigits(row.GetString(0)),
            Slug = Slug.From(row.GetString(1)),
            Headline = content.Headline,
            Note = content.Corrections[position],
            Ordinal = content.Corrections.Count - position,
            Revision = row.IsDBNull(4) ? null : new RevisionNumber(row.GetInt32(4)),
        };
    }
}

/// <summary>A note with its story.</summary>
public sealed record PublicNote
{
    public required StoryCode Code { get; init; }

    public required Slug Slug { get; init; }

    public required string Headline { get; init; }

    public required CorrectionNote Note { get; init; }

    /// <summary>The note's number in its story, from 1 for the oldest. It never changes, since notes are only added.</summary>
    public required int Ordinal { get; init; }

    /// <summary>The revision that added it; null where the story was imported with it.</summary>
    public required RevisionNumber? Revision { get; init; }
}
