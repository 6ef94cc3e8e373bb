using System.Data.Common;
using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Storyprint.People.Keys;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.People.Sessions;

/// <summary>
/// Sessions on the server: the cookie holds a random key, and each request reads the session with its person. So a session that was revoked, or a person who was disabled or
/// given another role, is so at the next request, on every node.
/// </summary>
public sealed class SessionStore(Database database, TimeProvider clock) : ITicketStore
{
    /// <summary>A session ends after this long without a request.</summary>
    public static readonly TimeSpan IdleLimit = TimeSpan.FromDays(7);

    /// <summary>A session ends after this long whatever happens.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(30);

    /// <summary>How long a proof of who somebody is lasts for sensitive acts.</summary>
    public static readonly TimeSpan ConfirmationLifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan SeenPrecision = TimeSpan.FromMinutes(1);
    private const int MaxUserAgent = 300;

    public Task<string> StoreAsync(AuthenticationTicket ticket) => throw new NotSupportedException("A session is made within a request.");

    public Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken) => StoreAsync(ticket);

    public async Task<string> StoreAsync(AuthenticationTicket ticket, HttpContext httpContext, CancellationToken cancellationToken)
    {
        var (key, now) = (RandomToken.Create(), clock.GetUtcNow());
        var agent = httpContext.Request.Headers.UserAgent.ToString();
        await using var connection = await database.OpenAsync(cancellationToken);
        await connection.ExecuteAsync(
            """
            INSERT INTO person_session (digest, person_id, created_at, seen_at, expires_at, confirmed_at, method, network_address, user_agent)
            VALUES (@digest, @person, @now, @now, @expires, @now, @method, @address, @agent)
            """,
            cancellationToken,
            ("@digest", RandomToken.Digest(key)), ("@person", ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)), ("@now", now.ToUnixTimeMilliseconds()),
            ("@expires", (now + Lifetime).ToUnixTimeMilliseconds()), ("@method", ticket.Principal.FindFirstValue("amr") ?? string.Empty),
            ("@address", httpContext.Connection.RemoteIpAddress?.ToString() ?? string.Empty), ("@agent", agent.Length <= MaxUserAgent ? agent : agent[..MaxUserAgent]));
        return key;
    }

    /// <summary>Does nothing: a session is what the database says, not what a ticket says.</summary>
    public Task RenewAsync(string key, AuthenticationTicket ticket) => Task.CompletedTask;

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        var (digest, now) = (RandomToken.Digest(key), clock.GetUtcNow());
        await using var connection = await database.OpenAsync(cancellationToken);
        var found = await connection.FirstAsync(
            """
            SELECT p.id, p.user_name, s.method, s.seen_at, s.expires_at, s.confirmed_at FROM person_session s JOIN person p ON p.id = s.person_id
            WHERE s.digest = @digest AND s.expires_at > @now AND s.seen_at > @idle AND p.disabled_at IS NULL
            """,
            row => new { Id = row.GetString(0), Name = row.GetString(1), Method = row.GetString(2), SeenAt = row.Instant(3), ExpiresAt = row.Instant(4), ConfirmedAt = row.GetInt64(5) },
            cancellationToken, ("@digest", digest), ("@now", now.ToUnixTimeMilliseconds()), ("@idle", (now - IdleLimit).ToUnixTimeMilliseconds()));
        if (found is null)
        {
            return null;
        }

        if (now - found.SeenAt >= SeenPrecision)
        {
            await connection.ExecuteAsync("UPDATE person_session SET seen_at = @now WHERE digest = @digest", cancellationToken, ("@now", now.ToUnixTimeMilliseconds()), ("@digest", digest));
        }

        var identity = new ClaimsIdentity(
        [
            new Claim(ClaimTypes.NameIdentifier, found.Id), new Claim(ClaimTypes.Name, found.Name), new Claim("amr", found.Method), new Claim(SessionClaims.Digest, digest),
            new Claim(SessionClaims.ConfirmedAt, found.ConfirmedAt.ToString(CultureInfo.InvariantCulture)),
        ], IdentityConstants.ApplicationScheme);
        return new AuthenticationTicket(new ClaimsPrincipal(identity), new AuthenticationProperties { ExpiresUtc = found.ExpiresAt, IsPersistent = true }, IdentityConstants.ApplicationScheme);
    }

    public async Task RemoveAsync(string key)
    {
        await using var connection = await database.OpenAsync();
        await connection.ExecuteAsync("DELETE FROM person_session WHERE digest = @digest", CancellationToken.None, ("@digest", RandomToken.Digest(key)));
    }

    /// <summary>The sessions of a person that have not ended, the last seen first.</summary>
    public async Task<IReadOnlyList<PersonSession>> OfAsync(string personId, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            """
            SELECT digest, created_at, seen_at, method, network_address, user_agent FROM person_session WHERE person_id = @id AND expires_at > @now AND seen_at > @idle ORDER BY seen_at DESC
            """,
            Read, cancellation, ("@id", personId), ("@now", now.ToUnixTimeMilliseconds()), ("@idle", (now - IdleLimit).ToUnixTimeMilliseconds()));
    }

    /// <summary>The sessions of everybody that have not ended, by person, the last seen first.</summary>
    public async Task<IReadOnlyList<(SessionPerson Person, PersonSession Session)>> AllAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            """
            SELECT s.digest, s.created_at, s.seen_at, s.method, s.network_address, s.user_agent, p.id, p.user_name, p.display_name, p.role
            FROM person_session s JOIN person p ON p.id = s.person_id
            WHERE s.expires_at > @now AND s.seen_at > @idle AND p.disabled_at IS NULL ORDER BY p.display_name, p.id, s.seen_at DESC
            """,
            row => (new SessionPerson(row.GetString(6), row.GetString(7), row.GetString(8), (Role)row.GetInt32(9)), Read(row)),
            cancellation, ("@now", now.ToUnixTimeMilliseconds()), ("@idle", (now - IdleLimit).ToUnixTimeMilliseconds()));
    }

    private static PersonSession Read(DbDataReader row) => new()
    {
        Digest = row.GetString(0),
        CreatedAt = row.Instant(1),
        SeenAt = row.Instant(2),
        Method = row.GetString(3),
        NetworkAddress = row.GetString(4),
        UserAgent = row.GetString(5),
    };

    /// <summary>Ends sessions of a person, and records it.</summary>
    /// <param name="digest">One of them; null for all.</param>
    /// <param name="except">One that is kept, or null.</param>
    /// <returns>How many ended.</returns>
    public async Task<int> RevokeAsync(ReleaseContext by, string personId, string userName, string? digest, string? except, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var ended = await connection.ExecuteAsync(
            "DELETE FROM person_session WHERE person_id = @id AND (@digest = '' OR digest = @digest) AND digest <> @except", cancellation,
            ("@id", personId), ("@digest", digest ?? string.Empty), ("@except", except ?? string.Empty));
        if (ended > 0)
        {
            await AuditTrail.AppendAsync(transaction, clock, by, AuditAct.SessionsRevoked, userName, $"{ended} signed in", cancellation: cancellation);
        }

        await transaction.CommitAsync(cancellation);
        return ended;
    }

    /// <summary>Marks a session as just proved again.</summary>
    public async Task ConfirmAsync(string digest, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync("UPDATE person_session SET confirmed_at = @now WHERE digest = @digest", cancellation, ("@now", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@digest", digest));
    }

    /// <summary>Deletes sessions that have ended, and failures that are forgotten.</summary>
    public async Task TidyAsync(CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            "DELETE FROM person_session WHERE expires_at <= @now OR seen_at <= @idle", cancellation, ("@now", now.ToUnixTimeMilliseconds()), ("@idle", (now - IdleLimit).ToUnixTimeMilliseconds()));
        await connection.ExecuteAsync("DELETE FROM sign_in_throttle WHERE last_at < @then", cancellation, ("@then", (now - TimeSpan.FromDays(2)).ToUnixTimeMilliseconds()));
    }
}
