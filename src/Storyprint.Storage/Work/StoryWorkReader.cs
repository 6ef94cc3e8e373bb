using System.Data.Common;
using System.Text.Json;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Work;

/// <summary>Reads how far the work on a story has come, for a page or within the transaction of an act.</summary>
/// <param name="publication">Whose sections say where four eyes are asked for.</param>
public sealed class StoryWorkReader(Database database, Func<Publication> publication)
{
    private static readonly string Authors =
        $"""
        SELECT DISTINCT e.person_id FROM draft_edit e WHERE e.story_id = @story AND e.at > @since AND e.person_id IS NOT NULL AND (e.proposal = ''
            OR EXISTS (SELECT 1 FROM draft_edit p WHERE p.story_id = @story AND p.proposal = '' AND p.at > @since AND p.kind = {(int)DraftEditKind.Proposed}))
        UNION SELECT p.id FROM filed_copy c JOIN person p ON p.user_name = c.decided_by WHERE c.story_id = @story AND c.decided_at > @since AND c.state = {(int)FiledCopyState.Taken}
        """;

    /// <exception cref="InvalidOperationException">There is none: people of the newsroom act where nobody can say what they may do.</exception>
    internal static StoryWorkReader Needed(StoryWorkReader? work) => work ?? throw new InvalidOperationException("People of the newsroom act only where the work on a story can be read.");

    /// <returns>Null where there is no such story.</returns>
    public async Task<StoryWork?> FindAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ReadAsync(connection, code, cancellation);
    }

    /// <summary>The same within a transaction.</summary>
    public async Task<StoryWork?> ReadAsync(DbConnection connection, StoryCode code, CancellationToken cancellation)
    {
        var found = await connection.FirstAsync(
            """
            SELECT s.id, s.status, s.edition, s.section, s.current_revision, t.desk, d.content, d.changed_at, d.scheduled_for, r.released_at,
                   w.holder, h.display_name, w.submitted_by, b.display_name, w.submitted_at, w.approved_by, a.display_name, w.approved_at, w.approved_digest,
                   (SELECT e.author FROM draft_edit e WHERE e.story_id = s.id AND e.proposal = '' AND e.person_id IS NOT NULL ORDER BY e.version DESC LIMIT 1), w.note
            FROM story s LEFT JOIN story_desk t ON t.story_id = s.id LEFT JOIN draft d ON d.story_id = s.id
                 LEFT JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision LEFT JOIN story_work w ON w.story_id = s.id
                 LEFT JOIN person h ON h.id = w.holder LEFT JOIN person b ON b.id = w.submitted_by LEFT JOIN person a ON a.id = w.approved_by
            WHERE s.code = @code
            """,
            row => Read(row, code), cancellation, ("@code", code.Digits));
        if (found.Work is not { } work)
        {
            return null;
        }

        var authors = await connection.QueryAsync(Authors, row => row.GetString(0), cancellation, ("@story", work.StoryId), ("@since", found.Since));
        return work with { Story = work.Story with { Authors = authors.ToHashSet(StringComparer.Ordinal) } };
    }

    private (StoryWork? Work, long Since) Read(DbDataReader row, StoryCode code)
    {
        var (status, edition, section) = ((StoryStatus)row.GetInt32(1), row.GetString(2), row.GetString(3));
        var text = row.TextOrNull(6) is { } content ? StandingText.DigestOf(content) : null;
        var approved = row.IsDBNull(18) ? null : (byte[])row.GetValue(18);
        var isApproved = approved is not null && text is not null && approved.AsSpan().SequenceEqual(text);
        return (new StoryWork
        {
            StoryId = row.GetInt64(0),
            Code = code,
            Story = new StoryAtWork
            {
                State = StateOf(status, text is not null),
                Section = section.Length > 0 ? Slug.From(section) : null,
                Desk = row.TextOrNull(5),
                Holder = row.TextOrNull(10),
                IsSubmitted = !row.IsDBNull(14),
                NeedsFourEyes = publication().EditionOrMain(edition).Sections.Named(section)?.FourEyes == true,
                ApprovedBy = isApproved ? row.TextOrNull(15) : null,
            },
            Revision = row.GetInt32(4) is > 0 and var number ? new RevisionNumber(number) : null,
            TextName = text is null ? null : Convert.ToHexStringLower(text),
            DueAt = status == StoryStatus.Scheduled ? row.InstantOrNull(8) : null,
            HolderName = row.TextOrNull(11),
            SubmittedBy = row.TextOrNull(12),
            SubmittedByName = row.TextOrNull(13),
            SubmittedAt = row.InstantOrNull(14),
            ApprovedByName = row.TextOrNull(16),
            ApprovedAt = row.InstantOrNull(17),
            IsChangedSinceApproval = approved is not null && !isApproved,
            LastAuthor = row.TextOrNull(19),
            Note = row.TextOrNull(20) is { } note ? JsonSerializer.Deserialize(note, NoteWordsJson.Default.NoteWords) : null,
            ChangedAt = row.InstantOrNull(7),
        }, row.IsDBNull(9) ? 0 : row.GetInt64(9));
    }

    internal static WorkState StateOf(StoryStatus status, bool hasChanges) => status switch
    {
        StoryStatus.Draft => WorkState.Draft,
        StoryStatus.InReview => WorkState.InReview,
        StoryStatus.Approved => WorkState.Approved,
        StoryStatus.Scheduled => WorkState.Scheduled,
        StoryStatus.Published => hasChanges ? WorkState.PublishedWithChanges : WorkState.Published,
        StoryStatus.Retracted => WorkState.Retracted,
        _ => WorkState.Withdrawn,
    };
}
