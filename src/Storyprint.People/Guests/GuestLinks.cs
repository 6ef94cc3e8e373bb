using System.Data.Common;
using Storyprint.People.Accounts;
using Storyprint.People.Keys;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;

namespace Storyprint.People.Guests;

/// <summary>Links for guests, who have no account: each to one draft, for a time, revocable, and recorded when it is made, used and revoked.</summary>
public sealed class GuestLinks(Database database, TimeProvider clock)
{
    public static readonly TimeSpan MaxLifetime = TimeSpan.FromDays(30);

    private const string Columns = "g.digest, s.code, g.access, g.name, g.created_by, g.created_at, g.expires_at, g.revoked_at, g.used_at";

    /// <param name="also">What else belongs to it, in the same transaction: the mail that holds the token.</param>
    /// <returns>The token, which is nowhere kept; null where there is no such story, or the name cannot be shown (<see cref="SignInNames.FaultOfDisplayName"/>).</returns>
    public async Task<string?> CreateAsync(
        ReleaseContext by, StoryCode story, GuestAccess access, string name, TimeSpan lifetime, Func<DbTransaction, string, Task>? also = null, CancellationToken cancellation = default)
    {
        if (SignInNames.FaultOfDisplayName(name) is not null)
        {
            return null;
        }

        var (token, now) = (RandomToken.Create(), clock.GetUtcNow());
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var made = await connection.ExecuteAsync(
            """
            INSERT INTO guest_link (digest, story_id, access, name, created_by, created_at, expires_at)
            SELECT @digest, id, @access, @name, @by, @now, @expires FROM story WHERE code = @code
            """,
            cancellation,
            ("@digest", RandomToken.Digest(token)), ("@access", (int)access), ("@name", name.Trim()), ("@by", by.Actor), ("@now", now.ToUnixTimeMilliseconds()),
            ("@expires", (now + (lifetime < MaxLifetime ? lifetime : MaxLifetime)).ToUnixTimeMilliseconds()), ("@code", story.Digits));
        if (made == 0)
        {
            return null;
        }

        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.GuestLinkMade, story.Digits, after: $"{name.Trim()}: {access.ToString().ToLowerInvariant()}", cancellation: cancellation);
        if (also is not null)
        {
            await also(transaction, token);
        }

        await transaction.CommitAsync(cancellation);
        return token;
    }

    /// <summary>The link of a token where it works now; its use is recorded once.</summary>
    public async Task<GuestLink?> OpenAsync(string token, string? networkAddress, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        var link = await connection.FirstAsync($"SELECT {Columns} FROM guest_link g JOIN story s ON s.id = g.story_id WHERE g.digest = @digest", Read, cancellation, ("@digest", RandomToken.Digest(token)));
        if (link is null || !link.WorksAt(now))
        {
            return null;
        }

        if (link.UsedAt is null)
        {
            await using var transaction = await database.BeginWriteAsync(connection, cancellation);
            if (await connection.ExecuteAsync("UPDATE guest_link SET used_at = @now WHERE digest = @digest AND used_at IS NULL", cancellation, ("@now", now.ToUnixTimeMilliseconds()), ("@digest", link.Digest)) == 1)
            {
                await AuditTrail.AppendAsync(
                    transaction, clock, new ReleaseContext($"guest {link.Name}", ReleaseMeans.Newsroom) { NetworkAddress = networkAddress }, AuditAct.GuestVisit, link.Story.Digits, cancellation: cancellation);
            }

            await transaction.CommitAsync(cancellation);
        }

        return link;
    }

    /// <summary>The links of a story, the newest first.</summary>
    public async Task<IReadOnlyList<GuestLink>> OfAsync(StoryCode story, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            $"SELECT {Columns} FROM guest_link g JOIN story s ON s.id = g.story_id WHERE s.code = @code ORDER BY g.created_at DESC", Read, cancellation, ("@code", story.Digits));
    }

    /// <summary>Revokes a link of this story; false where it has no such link that works.</summary>
    public async Task<bool> RevokeAsync(ReleaseContext by, StoryCode story, string digest, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var link = await connection.FirstAsync($"SELECT {Columns} FROM guest_link g JOIN story s ON s.id = g.story_id WHERE g.digest = @digest AND s.code = @code AND g.revoked_at IS NULL", Read, cancellation, ("@digest", digest), ("@code", story.Digits));
        if (link is null)
        {
            return false;
        }

        await connection.ExecuteAsync("UPDATE guest_link SET revoked_at = @now WHERE digest = @digest", cancellation, ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@digest", digest));
        await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.GuestLinkRevoked, link.Story.Digits, link.Name, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
        return true;
    }

    private static GuestLink Read(DbDataReader row) => new()
    {
        Digest = row.GetString(0),
        Story = StoryCode.FromDigits(row.GetString(1)),
        Access = (GuestAccess)row.GetInt32(2),
        Name = row.GetString(3),
        CreatedBy = row.GetString(4),
        CreatedAt = row.Instant(5),
        ExpiresAt = row.Instant(6),
        RevokedAt = row.InstantOrNull(7),
        UsedAt = row.InstantOrNull(8),
    };
}
