using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.People.Notices;

/// <summary>What each person was told, and what it chose to be mailed.</summary>
public sealed class NoticeBoard(Database database, TimeProvider clock)
{
    // Of a story that was withdrawn, nothing but the code is said.
    private static readonly string Columns = $"n.id, n.kind, s.code, CASE WHEN s.status = {SqlNumbers.Withdrawn} THEN NULL ELSE s.headline END, n.detail, n.created_at, n.read_at";

    private static readonly TimeSpan Kept = TimeSpan.FromDays(180);

    /// <summary>What a person was told, the newest first.</summary>
    public async Task<IReadOnlyList<PersonNotice>> OfAsync(string person, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. (await connection.QueryAsync(
            $"SELECT {Columns} FROM notice n LEFT JOIN story s ON s.id = n.story_id WHERE n.person_id = @person ORDER BY n.created_at DESC, n.id DESC LIMIT @take", Read, cancellation,
            ("@person", person), ("@take", take))).OfType<PersonNotice>()];
    }

    public async Task<int> CountUnreadAsync(string person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (int)await connection.ScalarAsync<long>("SELECT COUNT(*) FROM notice WHERE person_id = @person AND read_at IS NULL", cancellation, ("@person", person));
    }

    /// <summary>Marks one notice of a person as read, or all that it has now.</summary>
    public async Task MarkReadAsync(string person, string? id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await connection.ExecuteAsync(
            "UPDATE notice SET read_at = @now WHERE person_id = @person AND read_at IS NULL AND (@id = '' OR id = @id)", cancellation,
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@person", person), ("@id", id ?? string.Empty));
        await connection.ExecuteAsync(
            "DELETE FROM notice WHERE person_id = @person AND read_at IS NOT NULL AND created_at < @old", cancellation,
            ("@person", person), ("@old", (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds()));
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Which notices a person has mailed to it, each kind with its choice or the usual.</summary>
    public async Task<IReadOnlyDictionary<NoticeKind, NoticeMail>> ChoicesAsync(string person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        var chosen = await connection.QueryAsync("SELECT kind, mail FROM notice_choice WHERE person_id = @person", row => (Kind: row.GetString(0), Mail: (NoticeMail)row.GetInt32(1)), cancellation, ("@person", person));
        return NoticeKind.All.ToDictionary(kind => kind, kind => chosen.Where(choice => choice.Kind == kind.Word).Select(choice => (NoticeMail?)choice.Mail).FirstOrDefault() ?? kind.UsualMail);
    }

    /// <summary>Keeps a person's choices, and the hour of its daily list.</summary>
    /// <param name="daily">The hour, in the person's edition's zone; null for no list.</param>
    public async Task ChooseAsync(string person, IReadOnlyDictionary<NoticeKind, NoticeMail> choices, TimeOnly? daily, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        foreach (var (kind, mail) in choices)
        {
            await connection.ExecuteAsync(
                "INSERT INTO notice_choice (person_id, kind, mail) VALUES (@person, @kind, @mail) ON CONFLICT (person_id, kind) DO UPDATE SET mail = @mail", cancellation,
                ("@person", person), ("@kind", kind.Word), ("@mail", (int)mail));
        }

        await DailyLists.SetAsync(connection, person, daily, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>A person's notices that are to be mailed, the oldest first, of the last day: what is older was not mailed while there was no mail server, and stays in the pages.</summary>
    public async Task<IReadOnlyList<(string Person, PersonNotice Notice)>> ToMailAsync(NoticeMail mail, string? person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return [.. (await connection.QueryAsync(
            $"""
            SELECT {Columns}, n.person_id FROM notice n LEFT JOIN story s ON s.id = n.story_id
            WHERE n.mail = @mail AND (n.read_at IS NULL OR n.read_at = n.created_at) AND n.created_at > @since AND (@person = '' OR n.person_id = @person) ORDER BY n.created_at, n.id LIMIT 500
            """,
            row => (Person: row.GetString(7), Notice: Read(row)), cancellation,
            ("@mail", (int)mail), ("@since", (clock.GetUtcNow() - TimeSpan.FromHours(26)).ToUnixTimeMilliseconds()), ("@person", person ?? string.Empty)))
            .Where(each => each.Notice is not null).Select(each => (each.Person, each.Notice!))];
    }

    /// <summary>Marks notices as mailed, in the transaction that puts the mail into the outbox; false where another node was first.</summary>
    public static async Task<bool> MarkMailedAsync(DbConnection connection, IEnumerable<string> notices, CancellationToken cancellation)
    {
        var marked = 0;
        foreach (var id in notices)
        {
            marked += await connection.ExecuteAsync("UPDATE notice SET mail = @done WHERE id = @id AND mail <> @done", cancellation, ("@done", (int)NoticeMail.Done), ("@id", id));
        }

        return marked > 0;
    }

    // A kind that this version does not know is not shown.
    private static PersonNotice? Read(DbDataReader row) => NoticeKind.Find(row.GetString(1)) is not { } kind ? null : new PersonNotice
    {
        Id = row.GetString(0),
        Kind = kind,
        Story = row.IsDBNull(2) ? null : StoryCode.FromDigits(row.GetString(2)),
        Headline = row.TextOrNull(3),
        Detail = row.GetString(4),
        CreatedAt = row.Instant(5),
        ReadAt = row.InstantOrNull(6),
    };
}
