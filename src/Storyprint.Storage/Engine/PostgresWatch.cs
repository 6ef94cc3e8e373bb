using System.Globalization;
using Npgsql;
using Storyprint.Storage.Changes;

namespace Storyprint.Storage.Engine;

/// <summary>
/// Watches a PostgreSQL database for releases: by the notices that triggers send at each commit (Migrations/Postgres), and by looking at the log itself at an
/// interval. A pooler in between may take <c>LISTEN</c> and deliver nothing, so whether notices arrive is proved by one that is sent for that.
/// </summary>
/// <param name="listening">Where to listen: the database itself, or an address that leads around a pooler.</param>
internal sealed class PostgresWatch(PostgresDatabase database, NpgsqlDataSource listening)
{
    /// <summary>How long a release of another process may stay unnoticed where no notice tells of it.</summary>
    public static readonly TimeSpan Interval = TimeSpan.FromSeconds(2);

    // A pooler that loses its way to the server answers nothing for minutes: the watch ends then, and nothing is cached until it stands again.
    private static readonly TimeSpan LookLimit = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LookLimitUnheard = TimeSpan.FromSeconds(1);

    // Each is a commit, so an idle server is not kept busy by them.
    private const int LooksPerProbe = 30;

    private readonly string channel = $"storyprint_probe_{Guid.NewGuid():n}";
    private readonly TaskCompletionSource proved = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool isNoticed;

    /// <summary>Whether a notice of this watch to itself has arrived.</summary>
    public bool Hears { get; private set; }

    /// <summary>Whether one had the time to arrive, and did not.</summary>
    public bool IsDeaf { get; private set; }

    /// <summary>Completes when it is known which of the two holds.</summary>
    public Task Proved => proved.Task;

    public async Task RunAsync(Func<DatabaseChange, Task> tell, CancellationToken cancellation)
    {
        await using var connection = await listening.OpenConnectionAsync(cancellation);
        try
        {
            connection.Notification += (_, notice) => Hear(notice);
            await connection.ExecuteAsync($"LISTEN {PostgresDatabase.LogChannel}; LISTEN storyprint_settings; LISTEN {channel}", cancellation);
            var known = await LookAsync(cancellation);
            await tell(DatabaseChange.Watching);
            await ProbeAsync(cancellation);
            for (var looks = 1; ; looks++)
            {
                var wasHeard = await ListenAsync(connection, tell, cancellation);
                IsDeaf = !Hears;
                proved.TrySetResult();
                var now = await LookAsync(cancellation);
                if (now != known)
                {
                    Hears &= wasHeard;
                    known = now;
                    await tell(DatabaseChange.Committed);
                }

                if (!Hears || looks % LooksPerProbe == 0)
                {
                    await ProbeAsync(cancellation);
                }
            }
        }
        finally
        {
            Hears = IsDeaf = false;

            // Keeps the connection out of the pool: it is still listening. If it broke, the other pooled connections date from before the break.
            NpgsqlConnection.ClearPool(connection);
        }
    }

    /// <summary>Waits for notices until the next look.</summary>
    /// <returns>Whether there was one of a commit.</returns>
    private async Task<bool> ListenAsync(NpgsqlConnection connection, Func<DatabaseChange, Task> tell, CancellationToken cancellation)
    {
        var heard = false;
        for (var end = Environment.TickCount64 + (long)Interval.TotalMilliseconds; end - Environment.TickCount64 is > 0 and var left;)
        {
            if (await connection.WaitAsync(TimeSpan.FromMilliseconds(left), cancellation) && isNoticed)
            {
                (isNoticed, heard) = (false, true);
                await tell(DatabaseChange.Committed);
            }
        }

        return heard;
    }

    private void Hear(NpgsqlNotificationEventArgs notice)
    {
        if (notice.Channel == channel)
        {
            Hears = true;
            proved.TrySetResult();
            return;
        }

        isNoticed = true;
        database.ObserveLogSize(notice.Channel == PostgresDatabase.LogChannel ? long.Parse(notice.Payload, CultureInfo.InvariantCulture) : 0);
    }

    // On another connection: one session's notice to itself would arrive even where a pooler keeps those of others.
    private async Task ProbeAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync($"NOTIFY {channel}", cancellation);
    }

    private async Task<LogPosition> LookAsync(CancellationToken cancellation)
    {
        try
        {
            var position = await ReadAsync(cancellation).WaitAsync(Hears ? LookLimit : LookLimitUnheard, cancellation);
            database.ObserveLogSize(position.Size);
            return position;
        }
        catch (TimeoutException)
        {
            throw new IOException("The database does not answer when it is asked how far the log has got.");
        }
    }

    private async Task<LogPosition> ReadAsync(CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await LogPosition.ReadAsync(connection, cancellation);
    }
}
