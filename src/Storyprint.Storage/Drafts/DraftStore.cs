using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Storage.Drafts;

/// <summary>Stories that the newsroom works on and readers do not see.</summary>
public sealed class DraftStore(Database database, TimeProvider clock)
{
    // A cross join is begun at its left: the drafts, and not all that was ever published.
    private static readonly string Drafts = $"FROM draft d CROSS JOIN story s LEFT JOIN story_desk t ON t.story_id = d.story_id WHERE s.id = d.story_id AND s.status IN ({SqlNumbers.Unpublished})";

    /// <summary>Those that came last, the newest first.</summary>
    /// <param name="desk">The slug of the desk they belong to; null for all desks.</param>
    /// <param name="before">The story after which the list goes on; null to begin.</param>
    public async Task<IReadOnlyList<DraftSummary>> LatestAsync(int take, string? desk = null, StoryCode? before = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var after = before is { } code ? await connection.ScalarAsync<long>("SELECT id FROM story WHERE code = @code", cancellation, ("@code", code.Digits)) : long.MaxValue;
        return await connection.QueryAsync(
            $"SELECT s.code, s.headline, s.edition, s.section, t.desk {Drafts} AND d.story_id < @after AND (@desk = '' OR t.desk = @desk) ORDER BY d.story_id DESC LIMIT @take", Read, cancellation,
            ("@take", take), ("@after", after), ("@desk", desk ?? string.Empty));
    }

    /// <summary>A draft with its text; null where there is none.</summary>
    public async Task<Draft?> FindAsync(StoryCode code, CancellationToken cancellation = default) => await FindStandingAsync(code, cancellation) is { HasChanges: true } draft ? draft : null;

    /// <summary>A draft, or the published text of which one would be made; null where there is no such story, or no word of it is left.</summary>
    public async Task<Draft?> FindStandingAsync(StoryCode code, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync(
            """
            SELECT s.edition, s.section, s.status, COALESCE(d.content, r.content), d.scheduled_for, d.content IS NOT NULL
            FROM story s LEFT JOIN draft d ON d.story_id = s.id LEFT JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision
            WHERE s.code = @code AND (d.content IS NOT NULL OR r.content IS NOT NULL)
            """,
            row => new Draft
            {
                Code = code,
                Edition = row.GetString(0),
                Section = row.GetString(1),
                Status = (StoryStatus)row.GetInt32(2),
                Content = StoryJson.Read(row.GetString(3)),
                DueAt = row.InstantOrNull(4),
                HasChanges = row.GetBoolean(5),
            },
            cancellation, ("@code", code.Digits));
    }

    /// <summary>Begins a story under the next free code. It has no slug before its first release.</summary>
    /// <param name="zone">IANA time zone its times are meant in.</param>
    /// <param name="firstNumber">The number, without check digit, of the publication's first story.</param>
    public async Task<StoryCode> BeginAsync(ReleaseContext by, StoryContent content, string zone, long firstNumber, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var codes = new StoryCodeAllocator(transaction, firstNumber);
        var code = await codes.NextAsync(cancellation);
        var writer = new StoryWriter(transaction, database.FullText, new NothingLogged(), by);
        var id = await writer.NextIdAsync(cancellation);
        await writer.BeginDraftAsync(id, new NewStory(code, zone, IsPage: false, null, null), content, clock.GetUtcNow(), cancellation);
        if (by.PersonId is { } person)
        {
            await connection.ExecuteAsync("INSERT INTO story_work (story_id, holder) VALUES (@story, @person)", cancellation, ("@story", id), ("@person", person));
        }

        await codes.FinishAsync(cancellation);
        await transaction.CommitAsync(CancellationToken.None);
        return code;
    }

    /// <summary>The row of a story that has a draft.</summary>
    internal static Task<long?> IdOfAsync(DbConnection connection, StoryCode code, CancellationToken cancellation) =>
        connection.FirstAsync("SELECT s.id FROM draft d JOIN story s ON s.id = d.story_id WHERE s.code = @code", row => (long?)row.GetInt64(0), cancellation, ("@code", code.Digits));

    // A draft is in no log.
    private sealed class NothingLogged : IRevisionLog
    {
        public LoggedText Add(StoryCode code, int number, string language, ReleaseKind kind, DateTimeOffset at, byte[]? digest, long? previous) =>
            throw new NotSupportedException("A draft is in no log.");
    }

    private static DraftSummary Read(DbDataReader row) => new(StoryCode.FromDigits(row.GetString(0)), row.GetString(1), row.GetString(2), row.GetString(3), row.TextOrNull(4));
}
