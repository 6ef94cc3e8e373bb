using System.Data.Common;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.People.Keys;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.Mail.Outbox;

/// <summary>
/// The mails that are to be sent. A mail is put in with the transaction of the thing it tells of, and every node sends: each mail is sent at least once, and twice only where a node
/// dies between sending and saying so. The words are encrypted, since links in them open doors, and are erased once the mail was sent.
/// </summary>
public sealed class MailOutbox(Database database, SecretBox secrets, TimeProvider clock)
{
    /// <summary>How long a node may take to send a mail before another tries.</summary>
    internal static readonly TimeSpan Claim = TimeSpan.FromMinutes(5);

    // A link in a dead letter has ended long before.
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    private const string Columns = "id, recipient, kind, state, created_at, next_at, attempts, fault, ended_at, letter <> ''";

    /// <summary>Puts a mail in, in the transaction of the thing it tells of.</summary>
    public async Task AppendAsync(DbTransaction transaction, OutgoingMail mail, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow().ToUnixTimeMilliseconds();
        await transaction.Connection!.ExecuteAsync(
            """
            INSERT INTO outgoing_mail (id, person_id, recipient, kind, letter, state, created_at, next_at, claimed_until, attempts) VALUES (@id, @person, @recipient, @kind, @letter, @state, @now, @now, 0, 0)
            """,
            cancellation,
            ("@id", Guid.CreateVersion7().ToString("n")), ("@person", mail.PersonId), ("@recipient", mail.Recipient), ("@kind", mail.Kind.Word), ("@letter", secrets.Seal(Letter.From(mail).ToJson())),
            ("@state", (int)MailState.Waiting), ("@now", now));
    }

    /// <summary>The next mail that is due, claimed for this node; null where there is none. One whose words this machine's key cannot open is given up.</summary>
    public async Task<ClaimedMail?> ClaimAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        while (await connection.FirstAsync(
            "SELECT id, recipient, person_id, kind, letter, attempts FROM outgoing_mail WHERE state = @waiting AND next_at <= @now AND claimed_until <= @now ORDER BY next_at, id LIMIT 1",
            row => (Id: row.GetString(0), Recipient: row.GetString(1), Person: row.TextOrNull(2), Kind: row.GetString(3), Letter: row.GetString(4), Attempts: row.GetInt32(5)), cancellation,
            ("@waiting", (int)MailState.Waiting), ("@now", now.ToUnixTimeMilliseconds())) is { Id: not null } found)
        {
            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            var isOurs = await connection.ExecuteAsync(
                "UPDATE outgoing_mail SET claimed_until = @until, attempts = attempts + 1 WHERE id = @id AND state = @waiting AND claimed_until <= @now", cancellation,
                ("@until", (now + Claim).ToUnixTimeMilliseconds()), ("@id", found.Id), ("@waiting", (int)MailState.Waiting), ("@now", now.ToUnixTimeMilliseconds())) == 1;
            await transaction.CommitAsync(cancellation);
            if (!isOurs)
            {
                continue;
            }

            if (secrets.Open(found.Letter) is { } json && Letter.FromJson(json) is { } letter)
            {
                return new ClaimedMail(found.Id, found.Attempts + 1, letter.ToMail(found.Recipient, found.Person, found.Kind));
            }

            await FailedAsync(found.Id, found.Attempts + 1, "mail.fault.key", isFinal: true, cancellation: cancellation);
        }

        return null;
    }

    /// <summary>Says that a mail was taken by the mail server. Its words are erased.</summary>
    public Task SentAsync(string id, CancellationToken cancellation = default) => WriteAsync(
        "UPDATE outgoing_mail SET state = @state, letter = '', fault = NULL, ended_at = @now WHERE id = @id AND state = @waiting", cancellation,
        ("@state", (int)MailState.Sent), ("@id", id), ("@now", Now), ("@waiting", (int)MailState.Waiting));

    /// <summary>Says that a mail was not taken: it is tried again later, or given up.</summary>
    /// <param name="isFinal">Whether trying again is of no use.</param>
    /// <param name="also">What else belongs to giving it up, in the same transaction.</param>
    /// <returns>Whether it was given up.</returns>
    public async Task<bool> FailedAsync(string id, int attempts, string fault, bool isFinal, Func<DbTransaction, Task>? also = null, CancellationToken cancellation = default)
    {
        var wait = isFinal ? null : RetrySchedule.After(attempts);
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);

        // One that was thrown away meanwhile stays so.
        var isStill = await connection.ExecuteAsync(
            "UPDATE outgoing_mail SET state = @state, fault = @fault, next_at = @next, claimed_until = 0, ended_at = @ended WHERE id = @id AND state = @waiting", cancellation,
            ("@state", (int)(wait is null ? MailState.Dead : MailState.Waiting)), ("@fault", fault), ("@next", Now + (long)(wait ?? TimeSpan.Zero).TotalMilliseconds), ("@ended", wait is null ? Now : (long?)null),
            ("@id", id), ("@waiting", (int)MailState.Waiting)) == 1;
        if (isStill && wait is null && also is not null)
        {
            await also(transaction);
        }

        await transaction.CommitAsync(cancellation);
        return isStill && wait is null;
    }

    /// <summary>The mails of a state, the newest first.</summary>
    public async Task<IReadOnlyList<MailEntry>> ListAsync(MailState state, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync($"SELECT {Columns} FROM outgoing_mail WHERE state = @state ORDER BY created_at DESC, id DESC LIMIT @take", Read, cancellation, ("@state", (int)state), ("@take", take));
    }

    public async Task<int> CountAsync(MailState state, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return (int)await connection.ScalarAsync<long>("SELECT COUNT(*) FROM outgoing_mail WHERE state = @state", cancellation, ("@state", (int)state));
    }

    /// <summary>Tries a mail that waits or was given up again at once, and records it; false where it is neither, a node sends it just now, or its words are gone.</summary>
    public Task<bool> RetryAsync(ReleaseContext by, string id, CancellationToken cancellation = default) => ChangeAsync(
        by, AuditAct.MailRetried, id, "UPDATE outgoing_mail SET state = @waiting, attempts = 0, next_at = @now, claimed_until = 0, ended_at = NULL WHERE id = @id AND state IN (@waiting, @dead) AND claimed_until <= @now AND letter <> ''", cancellation);

    /// <summary>Throws a mail away that waits or was given up, and records it.</summary>
    public Task<bool> DiscardAsync(ReleaseContext by, string id, CancellationToken cancellation = default) => ChangeAsync(
        by, AuditAct.MailDiscarded, id, $"UPDATE outgoing_mail SET state = {(int)MailState.Discarded}, letter = '', ended_at = @now WHERE id = @id AND state IN (@waiting, @dead)", cancellation);

    /// <summary>Forgets what ended more than a month ago.</summary>
    public Task PurgeAsync(CancellationToken cancellation = default) => WriteAsync(
        "DELETE FROM outgoing_mail WHERE ended_at < @old", cancellation, ("@old", (clock.GetUtcNow() - Kept).ToUnixTimeMilliseconds()));

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private async Task<bool> ChangeAsync(ReleaseContext by, AuditAct act, string id, string sql, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (await connection.FirstAsync($"SELECT {Columns} FROM outgoing_mail WHERE id = @id", Read, cancellation, ("@id", id)) is not { } entry
            || await connection.ExecuteAsync(sql, cancellation, [("@id", id), ("@waiting", (int)MailState.Waiting), ("@dead", (int)MailState.Dead), ("@now", Now)]) == 0)
        {
            return false;
        }

        await AuditTrail.AppendAsync(transaction, clock, by, act, entry.Recipient, after: entry.Kind, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private async Task WriteAsync(string sql, CancellationToken cancellation, params (string Name, object? Value)[] parameters)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        await connection.ExecuteAsync(sql, cancellation, parameters);
        await transaction.CommitAsync(cancellation);
    }

    private static MailEntry Read(DbDataReader row) => new()
    {
        Id = row.GetString(0),
        Recipient = row.GetString(1),
        Kind = row.GetString(2),
        State = (MailState)row.GetInt32(3),
        CreatedAt = row.Instant(4),
        NextAt = row.Instant(5),
        Attempts = row.GetInt32(6),
        Fault = row.TextOrNull(7),
        EndedAt = row.InstantOrNull(8),
        HasLetter = row.GetBoolean(9),
    };
}

/// <summary>A mail that this node sends now.</summary>
/// <param name="Attempts">How often it was tried, this time included.</param>
public sealed record ClaimedMail(string Id, int Attempts, OutgoingMail Mail);

// The words of a mail, as they are sealed.
internal sealed record Letter(string RecipientName, string Subject, string Text, string Html, string Language)
{
    public static Letter From(OutgoingMail mail) => new(mail.RecipientName, mail.Subject, mail.Text, mail.Html, mail.Language);

    public static Letter? FromJson(string json) => JsonSerializer.Deserialize(json, LetterJson.Default.Letter);

    public string ToJson() => JsonSerializer.Serialize(this, LetterJson.Default.Letter);

    public OutgoingMail ToMail(string recipient, string? person, string kind) => new()
    {
        Recipient = recipient,
        RecipientName = RecipientName,
        PersonId = person,
        Kind = new MailKind(kind),
        Subject = Subject,
        Text = Text,
        Html = Html,
        Language = Language,
    };
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(Letter))]
internal sealed partial class LetterJson : JsonSerializerContext;
