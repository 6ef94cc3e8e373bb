using System.Data.Common;
using Storyprint.People.Keys;
using Storyprint.People.Notices;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.People.Links;

/// <summary>Makes one-time links, finds them by their token, and uses them up.</summary>
public sealed class OneTimeLinks(Database database, TimeProvider clock)
{
    private const string Columns = "digest, purpose, person_id, offer, created_by, created_at, expires_at, used_at, revoked_at";

    /// <summary>How long a link works.</summary>
    public static TimeSpan LifetimeOf(LinkPurpose purpose) => purpose == LinkPurpose.Invitation ? TimeSpan.FromDays(7) : TimeSpan.FromHours(24);

    /// <summary>Makes a link and records it. Links of the same purpose for the same person stop working.</summary>
    /// <param name="also">What else belongs to it, in the same transaction: the mail that holds the token.</param>
    /// <returns>The token, which is nowhere kept.</returns>
    public async Task<string> CreateAsync(
        ReleaseContext by, LinkPurpose purpose, string? personId, InvitationOffer? offer, string subject, Func<DbTransaction, string, Task>? also = null, CancellationToken cancellation = default)
    {
        var (token, now) = (RandomToken.Create(), clock.GetUtcNow());
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        if (purpose != LinkPurpose.Invitation)
        {
            await connection.ExecuteAsync(
                "UPDATE one_time_link SET revoked_at = @now WHERE purpose = @purpose AND COALESCE(person_id, '') = @person AND used_at IS NULL AND revoked_at IS NULL", cancellation,
                ("@now", now.ToUnixTimeMilliseconds()), ("@purpose", (int)purpose), ("@person", personId ?? string.Empty));
        }

        await connection.ExecuteAsync(
            """
            INSERT INTO one_time_link (digest, purpose, person_id, offer, created_by, created_at, expires_at) VALUES (@digest, @purpose, @person, @offer, @by, @now, @expires)
            """,
            cancellation,
            ("@digest", RandomToken.Digest(token)), ("@purpose", (int)purpose), ("@person", personId), ("@offer", offer?.ToJson()), ("@by", by.Actor), ("@now", now.ToUnixTimeMilliseconds()),
            ("@expires", (now + LifetimeOf(purpose)).ToUnixTimeMilliseconds()));
        await AuditTrail.AppendAsync(transaction, clock, by, ActOf(purpose), subject, after: offer?.ToString(), cancellation: cancellation);
        if (personId is not null)
        {
            await NoticeTrail.AppendToAsync(transaction, clock, NoticeKind.CredentialsChanged, personId, detail: by.Actor, cancellation: cancellation);
        }

        if (also is not null)
        {
            await also(transaction, token);
        }

        await transaction.CommitAsync(cancellation);
        return token;
    }

    /// <summary>The link of a token in whatever state; null where there never was one.</summary>
    public async Task<OneTimeLink?> FindAsync(string token, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync($"SELECT {Columns} FROM one_time_link WHERE digest = @digest", Read, cancellation, ("@digest", RandomToken.Digest(token)));
    }

    /// <summary>Invitations that nobody has taken yet, the newest first.</summary>
    public async Task<IReadOnlyList<OneTimeLink>> OpenInvitationsAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {Columns} FROM one_time_link WHERE purpose = @purpose AND used_at IS NULL AND revoked_at IS NULL AND expires_at > @now ORDER BY created_at DESC", Read, cancellation,
            ("@purpose", (int)LinkPurpose.Invitation), ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()));
    }

    /// <summary>Revokes a link; false where it was used or revoked before.</summary>
    public async Task<bool> RevokeAsync(ReleaseContext by, string digest, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var link = await connection.FirstAsync($"SELECT {Columns} FROM one_time_link WHERE digest = @digest", Read, cancellation, ("@digest", digest));
        var revoked = await connection.ExecuteAsync(
            "UPDATE one_time_link SET revoked_at = @now WHERE digest = @digest AND used_at IS NULL AND revoked_at IS NULL", cancellation,
            ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@digest", digest)) == 1;
        if (revoked)
        {
            await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.InvitationRevoked, link!.Offer?.DisplayName ?? link.Offer?.Email ?? "invitation", link.Offer?.ToString(), cancellation: cancellation);
            await transaction.CommitAsync(cancellation);
        }

        return revoked;
    }

    /// <summary>Revokes the open links for lost credentials of a person, within the transaction of a change of its rights.</summary>
    internal static Task<int> RevokeResetsAsync(DbTransaction transaction, string personId, DateTimeOffset now, CancellationToken cancellation) => transaction.Connection!.ExecuteAsync(
        "UPDATE one_time_link SET revoked_at = @now WHERE purpose = @purpose AND person_id = @person AND used_at IS NULL AND revoked_at IS NULL", cancellation,
        ("@now", now.ToUnixTimeMilliseconds()), ("@purpose", (int)LinkPurpose.Reset), ("@person", personId));

    /// <summary>Uses a link up, within the transaction of what it is used for; false where somebody else was first, or it does not work any more.</summary>
    internal static async Task<bool> UseAsync(DbTransaction transaction, string token, DateTimeOffset now, CancellationToken cancellation) => await transaction.Connection!.ExecuteAsync(
        "UPDATE one_time_link SET used_at = @now WHERE digest = @digest AND used_at IS NULL AND revoked_at IS NULL AND expires_at > @now", cancellation,
        ("@now", now.ToUnixTimeMilliseconds()), ("@digest", RandomToken.Digest(token))) == 1;

    private static AuditAct ActOf(LinkPurpose purpose) => purpose switch
    {
        LinkPurpose.FirstAdministrator => AuditAct.FirstAdministratorLink,
        LinkPurpose.Invitation => AuditAct.Invited,
        LinkPurpose.Reset => AuditAct.ResetLink,
        _ => throw new ArgumentOutOfRangeException(nameof(purpose), purpose, null),
    };

    private static OneTimeLink Read(DbDataReader row) => new()
    {
        Digest = row.GetString(0),
        Purpose = (LinkPurpose)row.GetInt32(1),
        PersonId = row.TextOrNull(2),
        Offer = InvitationOffer.From(row.TextOrNull(3)),
        CreatedBy = row.GetString(4),
        CreatedAt = row.Instant(5),
        ExpiresAt = row.Instant(6),
        UsedAt = row.InstantOrNull(7),
        RevokedAt = row.InstantOrNull(8),
    };
}
