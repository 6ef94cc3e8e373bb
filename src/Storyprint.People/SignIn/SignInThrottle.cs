using System.Net;
using System.Net.Sockets;
using Storyprint.People.Accounts;
using Storyprint.People.Keys;
using Storyprint.Storage.Engine;

namespace Storyprint.People.SignIn;

/// <summary>
/// Slows who guesses passwords, and locks nobody out: after three failures each further attempt has to wait, longer each time. Attempts are counted for the name, for the
/// network address, and, where the browser has signed in as that name before, for that browser instead of the name: whoever guesses a colleague's password from
/// elsewhere does not make the colleague wait. A right passkey never passes here.
/// </summary>
public sealed class SignInThrottle(Database database, TimeProvider clock)
{
    private const int Free = 3;

    // From several thousand addresses a name still allows a guess each half minute, which is a million years for a good password.
    private static readonly TimeSpan MaxForName = TimeSpan.FromSeconds(30);
    private static readonly TimeSpan MaxForOthers = TimeSpan.FromMinutes(15);

    /// <summary>After this long without a failure all is forgotten.</summary>
    private static readonly TimeSpan Forgotten = TimeSpan.FromHours(24);

    /// <summary>
    /// Counts an attempt as failed before it is made, so that many at once are not one; <see cref="SucceededAsync"/> takes that back.
    /// </summary>
    /// <param name="browser">What <see cref="KnownBrowsers"/> recognises the browser by; null for one that never signed in as this name.</param>
    /// <returns>How long to wait before the next attempt; null where this one may be made.</returns>
    public async Task<TimeSpan?> BeginAsync(string userName, string? networkAddress, string? browser, CancellationToken cancellation = default)
    {
        var now = clock.GetUtcNow();
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var keys = Keys(userName, networkAddress, browser);
        var wait = TimeSpan.Zero;
        foreach (var (key, most) in keys)
        {
            var known = await connection.FirstAsync("SELECT failures, last_at FROM sign_in_throttle WHERE key = @key", row => new { Failures = row.GetInt32(0), LastAt = row.Instant(1) }, cancellation, ("@key", key));
            if (known is not null && now - known.LastAt < Forgotten && known.LastAt + Delay(known.Failures, most) - now is { Ticks: > 0 } rest && rest > wait)
            {
                wait = rest;
            }
        }

        if (wait > TimeSpan.Zero)
        {
            return wait;
        }

        foreach (var (key, _) in keys)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO sign_in_throttle (key, failures, last_at) VALUES (@key, 1, @now)
                ON CONFLICT (key) DO UPDATE SET failures = CASE WHEN sign_in_throttle.last_at < @forgotten THEN 1 ELSE sign_in_throttle.failures + 1 END, last_at = @now
                """,
                cancellation, ("@key", key), ("@now", now.ToUnixTimeMilliseconds()), ("@forgotten", (now - Forgotten).ToUnixTimeMilliseconds()));
        }

        await transaction.CommitAsync(cancellation);
        return null;
    }

    /// <summary>Takes back what <see cref="BeginAsync"/> counted, for a first step that was right: the failures before it stay, so that a second step cannot be guessed at for ever.</summary>
    public async Task UndoAsync(string userName, string? networkAddress, string? browser, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var (key, _) in Keys(userName, networkAddress, browser))
        {
            await connection.ExecuteAsync("UPDATE sign_in_throttle SET failures = failures - 1 WHERE key = @key AND failures > 0", cancellation, ("@key", key));
        }
    }

    /// <summary>Forgets the failures of a name and browser that signed in. Those of the address stay: a guesser may have an account too.</summary>
    public async Task SucceededAsync(string userName, string? networkAddress, string? browser, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        foreach (var (key, _) in Keys(userName, null, browser))
        {
            await connection.ExecuteAsync("DELETE FROM sign_in_throttle WHERE key = @key", cancellation, ("@key", key));
        }

        if (networkAddress is not null)
        {
            await connection.ExecuteAsync("UPDATE sign_in_throttle SET failures = failures - 1 WHERE key = @key AND failures > 0", cancellation, ("@key", AddressKey(networkAddress)));
        }
    }

    /// <summary>The wait after so many failures.</summary>
    internal static TimeSpan Delay(int failures, TimeSpan most) =>
        failures < Free ? TimeSpan.Zero : TimeSpan.FromSeconds(Math.Min(most.TotalSeconds, Math.Pow(2, Math.Min(failures - Free, 20))));

    // Who guesses without a name, as with a passkey, is counted for the address.
    private static List<(string Key, TimeSpan Most)> Keys(string userName, string? networkAddress, string? browser)
    {
        var (name, keys) = (SignInNames.Fold(userName), new List<(string, TimeSpan)>());
        if (name.Length > 0 || networkAddress is null)
        {
            keys.Add(browser is null ? (RandomToken.Digest($"name {name}"), MaxForName) : (RandomToken.Digest($"browser {name} {browser}"), MaxForOthers));
        }

        if (networkAddress is not null)
        {
            keys.Add((AddressKey(networkAddress), MaxForOthers));
        }

        return keys;
    }

    private static string AddressKey(string networkAddress) => RandomToken.Digest($"address {NetworkOf(networkAddress)}");

    /// <summary>What counts as one address: of IPv6 the first half, for whoever has one address has all behind it.</summary>
    internal static string NetworkOf(string networkAddress) => IPAddress.TryParse(networkAddress, out var address) && address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false }
        ? Convert.ToHexStringLower(address.GetAddressBytes().AsSpan(0, 8)) : networkAddress;
}
