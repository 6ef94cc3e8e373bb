using System.Data.Common;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Settings;

/// <summary>The settings of the publication, each with all values it ever had.</summary>
public sealed class SettingsStore(Database database, TimeProvider clock)
{
    private const string Versions =
        """
        SELECT v.id, v.key, v.value, v.changed_at, v.changed_by, v.changed_via, v.reason, v.reverts_to, b.value
        FROM setting_version v LEFT JOIN setting_version b ON b.id = v.previous_id
        """;

    /// <summary>The position of the settings: another one says that something changed.</summary>
    public async Task<long> PositionAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await PositionAsync(connection, cancellation);
    }

    /// <summary>The settings in force.</summary>
    public async Task<StoredSettings> CurrentAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await ReadAsync(connection, cancellation);
    }

    /// <summary>The changes of a setting, or of all of them, newest first.</summary>
    public async Task<IReadOnlyList<SettingVersion>> HistoryAsync(SettingKey? key, int take, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return key is { } one
            ? await connection.QueryAsync($"{Versions} WHERE v.key = @key ORDER BY v.id DESC LIMIT @take", Read, cancellation, ("@key", one.ToString()), ("@take", take))
            : await connection.QueryAsync($"{Versions} ORDER BY v.id DESC LIMIT @take", Read, cancellation, ("@take", take));
    }

    /// <summary>A change by its number, or null.</summary>
    public async Task<SettingVersion?> FindAsync(long id, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await FindAsync(connection, id, cancellation);
    }

    /// <summary>Fills a database that has no settings yet; one that has keeps its own.</summary>
    public async Task FillAsync(Publication publication, CancellationToken cancellation = default)
    {
        if (await PositionAsync(cancellation) == 0)
        {
            // Seen as they are now, so that another process which fills it first is not overwritten.
            await ChangeAsync(
                ReleaseContext.FromMachineUser(ReleaseMeans.Import, "publication.json"), [.. PublicationSettings.Split(publication).Select(setting => new SettingChange(setting.Key, setting.Value) { Seen = 0 })],
                _ => new SettingsOutcome.Done(publication, []), cancellation);
        }
    }

    /// <summary>
    /// Changes settings under the write lock: all or none. Whoever commits is told before this returns, so the caller's next page shows the change; other nodes
    /// learn of it as they do of a release.
    /// </summary>
    /// <param name="decide">Whether these settings may stand, as they would be together.</param>
    public async Task<SettingsOutcome> ChangeAsync(
        ReleaseContext context, IReadOnlyList<SettingChange> changes, Func<ProposedSettings, SettingsOutcome> decide, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var before = await ReadAsync(connection, cancellation);
        if (changes.FirstOrDefault(change => change.Seen is { } seen && before.All.GetValueOrDefault(change.Key) is { } now && now.Version > seen) is { } overtaken)
        {
            return new SettingsOutcome.Overtaken((await FindAsync(connection, before.All[overtaken.Key].Version, cancellation))!);
        }

        var next = before.Position;
        var after = before.All.ToDictionary();
        List<(SettingChange Change, long Id)> written = [];
        foreach (var change in changes.Where(change => before.All.GetValueOrDefault(change.Key)?.Value != change.Value))
        {
            written.Add((change, ++next));
            after[change.Key] = new StoredSetting(change.Value, next);
        }

        var outcome = decide(new ProposedSettings(before, new StoredSettings(next, after), await LogHead.ReadAsync(connection, cancellation) is not null));
        if (outcome is not SettingsOutcome.Done || written.Count == 0)
        {
            return outcome;
        }

        foreach (var (change, id) in written)
        {
            await WriteAsync(connection, context, change, id, before.All.GetValueOrDefault(change.Key)?.Version, cancellation);
            await AuditTrail.AppendAsync(transaction, clock, context, AuditAct.SettingChanged, change.Key.ToString(), before.All.GetValueOrDefault(change.Key)?.Value, change.Value, cancellation);
        }

        // Never cancelled: the caller would not know whether the change stands.
        await transaction.CommitAsync(CancellationToken.None);
        await database.Changes.NotifyAsync();
        return outcome;
    }

    private async Task WriteAsync(DbConnection connection, ReleaseContext context, SettingChange change, long id, long? previous, CancellationToken cancellation)
    {
        await connection.ExecuteAsync(
            """
            INSERT INTO setting_version (id, key, value, changed_at, changed_by, changed_via, reason, correlation_id, previous_id, reverts_to)
            VALUES (@id, @key, @value, @at, @by, @via, @reason, @correlation, @previous, @reverts)
            """,
            cancellation, ("@id", id), ("@key", change.Key.ToString()), ("@value", change.Value), ("@at", clock.GetUtcNow().ToUnixTimeMilliseconds()), ("@by", context.Actor),
            ("@via", (int)context.Means), ("@reason", context.Reason), ("@correlation", context.CorrelationId), ("@previous", previous), ("@reverts", change.RevertsTo));
        await connection.ExecuteAsync(
            "INSERT INTO setting (key, version_id) VALUES (@key, @id) ON CONFLICT (key) DO UPDATE SET version_id = @id", cancellation, ("@key", change.Key.ToString()), ("@id", id));
    }

    private static async Task<StoredSettings> ReadAsync(DbConnection connection, CancellationToken cancellation)
    {
        // The position first: what is committed in between is read again at the next look, and never missed.
        var position = await PositionAsync(connection, cancellation);
        var found = await connection.QueryAsync(
            "SELECT s.key, v.value, v.id FROM setting s JOIN setting_version v ON v.id = s.version_id",
            row => (Key: row.GetString(0), Setting: new StoredSetting(row.GetString(1), row.GetInt64(2))), cancellation);

        // A newer version of the program may know more settings than this one.
        return new StoredSettings(position, found.Where(each => SettingKey.TryParse(each.Key, out _)).ToDictionary(each => Key(each.Key), each => each.Setting));
    }

    private static async Task<long> PositionAsync(DbConnection connection, CancellationToken cancellation) =>
        await connection.ScalarAsync<object>("SELECT MAX(id) FROM setting_version", cancellation) is long newest ? newest : 0;

    private static Task<SettingVersion?> FindAsync(DbConnection connection, long id, CancellationToken cancellation) =>
        connection.FirstAsync($"{Versions} WHERE v.id = @id", Read, cancellation, ("@id", id))!;

    private static SettingKey Key(string text) => SettingKey.TryParse(text, out var key) ? key : default;

    private static SettingVersion Read(DbDataReader row) => new()
    {
        Id = row.GetInt64(0),
        Key = Key(row.GetString(1)),
        Value = row.GetString(2),
        ChangedAt = row.Instant(3),
        ChangedBy = row.GetString(4),
        ChangedVia = (ReleaseMeans)row.GetInt32(5),
        Reason = row.TextOrNull(6),
        RevertsTo = row.IsDBNull(7) ? null : row.GetInt64(7),
        Before = row.TextOrNull(8),
    };
}
