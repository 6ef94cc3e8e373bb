using Storyprint.People.Accounts;
using Storyprint.People.Keys;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;

namespace Storyprint.People.SignIn;

/// <summary>
/// Records failed sign-ins. Those as nobody who is known make one entry for a network address and minute, which says how many there were since the one before: nobody without
/// an account makes the record grow without end.
/// </summary>
public sealed class FailedSignIns(Database database, PersonDirectory people, TimeProvider clock)
{
    private static readonly TimeSpan Quiet = TimeSpan.FromMinutes(1);

    /// <param name="userName">As it was typed; empty where nothing was.</param>
    /// <param name="with">What was tried: a password, a passkey.</param>
    public async Task RecordAsync(string userName, string with, string? networkAddress, CancellationToken cancellation = default)
    {
        var isKnown = await people.FindByNameAsync(userName, cancellation) is not null;
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var after = with;
        if (!isKnown)
        {
            var (key, now) = (RandomToken.Digest($"unknown {SignInThrottle.NetworkOf(networkAddress ?? string.Empty)}"), clock.GetUtcNow());
            var last = await connection.FirstAsync("SELECT failures, last_at FROM sign_in_throttle WHERE key = @key", row => new { More = row.GetInt32(0), At = row.Instant(1) }, cancellation, ("@key", key));
            if (last is not null && now - last.At < Quiet)
            {
                await connection.ExecuteAsync("UPDATE sign_in_throttle SET failures = failures + 1 WHERE key = @key", cancellation, ("@key", key));
                await transaction.CommitAsync(cancellation);
                return;
            }

            await connection.ExecuteAsync(
                "INSERT INTO sign_in_throttle (key, failures, last_at) VALUES (@key, 0, @now) ON CONFLICT (key) DO UPDATE SET failures = 0, last_at = @now", cancellation,
                ("@key", key), ("@now", now.ToUnixTimeMilliseconds()));
            after = last is { More: > 0 } ? $"{with}, and {last.More} more before" : with;
        }

        var by = new ReleaseContext("nobody", ReleaseMeans.Newsroom) { NetworkAddress = networkAddress };
        await AuditTrail.AppendAsync(
            transaction, clock, by, AuditAct.SignInFailed, userName.Length <= SignInNames.MaxLength ? userName : userName[..SignInNames.MaxLength], after: after, cancellation: cancellation);
        await transaction.CommitAsync(cancellation);
    }
}
