using System.Text.RegularExpressions;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Stories;

/// <summary>Addresses of earlier systems that led to files and lists.</summary>
public sealed partial class LegacyTargetStore(Database database)
{
    /// <summary>Adds addresses; one that leads elsewhere already stays as it is.</summary>
    /// <param name="targets">Addresses as <see cref="LegacyUrl.Normalize"/> gives them.</param>
    /// <returns>How many of them lead to what was given.</returns>
    public async Task<int> AddAsync(IReadOnlyList<LegacyTarget> targets, CancellationToken cancellation = default)
    {
        if (targets.Count == 0)
        {
            return 0;
        }

        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var insert = PreparedStatement.Prepare(transaction, "INSERT INTO legacy_target (path, target, hash) VALUES (@path, @target, @hash) ON CONFLICT (path) DO NOTHING");
        var find = PreparedStatement.Prepare(transaction, "SELECT target FROM legacy_target WHERE path = @path");
        var kept = 0;
        foreach (var (path, target, hash) in targets)
        {
            var isNew = await insert.RunAsync(cancellation, ("@path", path), ("@target", target), ("@hash", hash)) > 0;
            kept += isNew || await find.ScalarAsync(cancellation, ("@path", path)) as string == target ? 1 : 0;
            if (LegacyUrlForms.OtherCase(path) is { } lower)
            {
                await insert.RunAsync(cancellation, ("@path", lower), ("@target", target), ("@hash", hash));
            }
        }

        await transaction.CommitAsync(cancellation);
        return kept;
    }

    /// <summary>What the first of these addresses led to that is known; null for none.</summary>
    /// <param name="keys">Best first, as <see cref="LegacyUrl.Normalize"/> gives them.</param>
    public async Task<string?> FindAsync(IReadOnlyList<string> keys, CancellationToken cancellation = default)
    {
        if (keys.Count == 0)
        {
            return null;
        }

        // What is withdrawn is stored by its hash, and its file answers that it is gone.
        List<string> stored = [.. keys, .. keys.Select(LegacyUrl.Hashed)];
        await using var connection = await database.OpenAsync(cancellation);
        var found = await connection.QueryAsync(
            $"SELECT path, target FROM legacy_target WHERE path IN ({string.Join(", ", stored.Select((_, at) => $"@p{at}"))})",
            row => (At: stored.IndexOf(row.GetString(0)) % keys.Count, Target: row.GetString(1)), cancellation, [.. stored.Select((key, at) => ($"@p{at}", (object?)key))]);
        return found.Count == 0 ? null : found.MinBy(row => row.At).Target;
    }

    /// <summary>Addresses of files and lists in their order, but for those of withdrawn files.</summary>
    /// <param name="after">The last of the page before; empty for the first page.</param>
    public async Task<IReadOnlyList<string>> PathsAsync(string after, int most, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT path FROM legacy_target WHERE path > @after AND path LIKE '/%' ORDER BY path LIMIT @most", row => row.GetString(0), cancellation, ("@after", after), ("@most", most));
    }

    /// <summary>All of them with what they lead to, but for those of withdrawn files.</summary>
    public async Task<IReadOnlyList<LegacyTarget>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT path, target, hash FROM legacy_target WHERE path LIKE '/%' ORDER BY path", row => new LegacyTarget(row.GetString(0), row.GetString(1), row.TextOrNull(2)), cancellation);
    }

    /// <summary>The forms in which the address of a file may be asked: as it was, in other letter cases, and as one of WordPress's resized pictures.</summary>
    /// <param name="path">Percent-decoded.</param>
    public static IReadOnlyList<string> FormsOf(string path)
    {
        var asked = path.TrimEnd('/').Normalize();
        var whole = Resized().Replace(asked, string.Empty);
        return asked.Length == 0 ? [] : [.. new[] { asked, asked.ToLowerInvariant(), whole, whole.ToLowerInvariant() }.Distinct(StringComparer.Ordinal)];
    }

    [GeneratedRegex(@"-(?:\d{2,5}x\d{2,5}|scaled)(?=\.[A-Za-z]{3,4}$)")]
    private static partial Regex Resized();
}

/// <summary>An address that led to a file or a list.</summary>
/// <param name="Target">As <see cref="Storyprint.Storage.Schema.LegacyTargetRow"/> describes it.</param>
/// <param name="Hash">The hash of the file; null for a list.</param>
public sealed record LegacyTarget(string Path, string Target, string? Hash);
