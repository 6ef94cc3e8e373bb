using System.Diagnostics;
using Npgsql;
using Storyprint.Storage.Engine;

namespace Storyprint.Tests.Engines;

/// <summary>A PostgreSQL of its own for a run of the tests, reached through a socket in a temporary folder and begun when a test first asks for it.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private const string Template = "template_storyprint";

    private static readonly SemaphoreSlim Starting = new(1, 1);
    private static PostgresCluster? started;
    private static int databases;

    // A database is some six hundred files: they are made and taken away in a fifth of the time where no disk is behind them.
    private const string Memory = "/dev/shm";

    private const long MemoryNeeded = 3L << 30;

    private readonly string folder = NewFolder();
    private Process? server;

    private static string NewFolder()
    {
        var isInMemory = OperatingSystem.IsLinux() && Directory.Exists(Memory) && new DriveInfo(Memory) is { IsReady: true, AvailableFreeSpace: >= MemoryNeeded };
        return isInMemory ? Directory.CreateDirectory(Path.Combine(Memory, $"storyprint-pg-{Path.GetRandomFileName()}")).FullName : Directory.CreateTempSubdirectory("storyprint-pg-").FullName;
    }

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? Missing { get; } = Programs is null ? "PostgreSQL is not installed (Debian: postgresql-15); tests on it are left out." : null;

    private static string? Programs => field ??= ((string[])["/usr/lib/postgresql/17/bin", "/usr/lib/postgresql/16/bin", "/usr/lib/postgresql/15/bin", "/usr/bin", "/usr/local/bin"])
        .FirstOrDefault(bin => File.Exists(Path.Combine(bin, "initdb")) && File.Exists(Path.Combine(bin, "postgres")));

    /// <summary>An empty database with this program's tables; its connection string.</summary>
    public static async Task<string> MakeDatabaseAsync(CancellationToken cancellation)
    {
        var cluster = await StartedAsync(cancellation);
        var name = $"ledger{Interlocked.Increment(ref databases)}";
        await cluster.ExecuteAsync($"CREATE DATABASE {name} TEMPLATE {Template}", cancellation);
        return cluster.Connection(name);
    }

    /// <summary>Makes a database into a copy of another; whoever is connected to either is sent away.</summary>
    public static async Task CopyAsync(string from, string to, CancellationToken cancellation)
    {
        var cluster = await StartedAsync(cancellation);
        await cluster.ExecuteAsync($"DROP DATABASE IF EXISTS {to} WITH (FORCE)", cancellation);
        await cluster.ExecuteAsync($"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '{from}'", cancellation);
        await cluster.ExecuteAsync($"CREATE DATABASE {to} TEMPLATE {from}", cancellation);
    }

    public static async Task DropAsync(string name, CancellationToken cancellation) =>
        await (await StartedAsync(cancellation)).ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)", cancellation);

    public static async Task ExecuteAsync(string name, string sql, CancellationToken cancellation) =>
        await (await StartedAsync(cancellation)).RunAsync(name, sql, cancellation);

    /// <summary>The files of a database as they are on the disk after a checkpoint.</summary>
    public static async Task<IReadOnlyList<string>> FilesAsync(string name, CancellationToken cancellation)
    {
        var cluster = await StartedAsync(cancellation);
        await cluster.ExecuteAsync("CHECKPOINT", cancellation);
        await using var connection = new NpgsqlConnection(cluster.Connection(name) + ";Pooling=false");
        await connection.OpenAsync(cancellation);
        var folder = await connection.ScalarAsync<long>("SELECT oid::bigint FROM pg_database WHERE datname = current_database()", cancellation);
        return [.. Directory.EnumerateFiles(Path.Combine(cluster.Data, "base", $"{folder}"))];
    }

    /// <summary>A cluster that no other test uses, to be stopped and started again.</summary>
    /// <param name="settings">Lines for postgresql.conf.</param>
    public static async Task<PostgresCluster> OwnAsync(string settings = "", CancellationToken cancellation = default)
    {
        var cluster = new PostgresCluster();
        await cluster.BeginAsync(settings, cancellation);
        return cluster;
    }

    public string Connection(string database) => new NpgsqlConnectionStringBuilder
    {
        Host = folder,
        Username = "storyprint",
        Database = database,
        MaxPoolSize = 20,
        Timeout = 10,
    }.ToString();

    /// <summary>A replica that follows this server.</summary>
    public async Task<PostgresCluster> ReplicaAsync(CancellationToken cancellation)
    {
        var replica = new PostgresCluster();
        if (IsRoot)
        {
            await RunAsync("/bin/chown", "nobody", replica.folder);
        }

        await RunAsync("pg_basebackup", "-h", folder, "-U", "storyprint", "-D", replica.Data, "-R", "-c", "fast", "--no-sync");
        await File.AppendAllTextAsync(Path.Combine(replica.Data, "postgresql.conf"), $"unix_socket_directories = '{replica.folder}'\n", cancellation);
        await replica.StartAsync(cancellation);
        return replica;
    }

    /// <summary>This server and others, of which one takes the writes.</summary>
    public string ConnectionWith(PostgresCluster replica, string database) => new NpgsqlConnectionStringBuilder(Connection(database)) { Host = $"{replica.folder},{folder}", HostRecheckSeconds = 1 }.ToString();

    public async Task RunAsync(string sql, CancellationToken cancellation) => await RunAsync("postgres", sql, cancellation);

    /// <summary>Stops the server as a machine that loses its current does.</summary>
    public async Task KillAsync()
    {
        await RunAsync("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        server?.Dispose();
        server = null;
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        server = Process.Start(Command("postgres", "-D", Data))!;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await ExecuteAsync("SELECT 1", cancellation);
                return;
            }
            catch (NpgsqlException) when (attempt < 200 && !server.HasExited)
            {
                await Task.Delay(50, cancellation);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (server is { HasExited: false })
        {
            await RunAsync("pg_ctl", "stop", "-m", "immediate", "-D", Data);
        }

        server?.Dispose();
        Directory.Delete(folder, recursive: true);
    }

    internal static async Task StopAsync()
    {
        if (started is { } cluster)
        {
            await cluster.DisposeAsync();
        }
    }

    private string Data => Path.Combine(folder, "data");

    private static async Task<PostgresCluster> StartedAsync(CancellationToken cancellation)
    {
        Assert.SkipWhen(Missing is not null, Missing ?? "");
        await Starting.WaitAsync(cancellation);
        try
        {
            return started ??= await OwnAsync("fsync = off\nfull_page_writes = off\nsynchronous_commit = on\n", cancellation);
        }
        finally
        {
            Starting.Release();
        }
    }

    private async Task BeginAsync(string settings, CancellationToken cancellation)
    {
        if (IsRoot)
        {
            // PostgreSQL refuses to run as root.
            await RunAsync("/bin/chown", "nobody", folder);
        }

        await RunAsync("initdb", "-D", Data, "-U", "storyprint", "-A", "trust", "-E", "UTF8", "--locale", "C.UTF-8", "--no-sync");
        await File.AppendAllTextAsync(
            Path.Combine(Data, "postgresql.conf"),
            $"listen_addresses = ''\nunix_socket_directories = '{folder}'\nmax_connections = 300\nshared_buffers = 64MB\nlog_destination = stderr\nlogging_collector = on\n{settings}",
            cancellation);
        await StartAsync(cancellation);
        await ExecuteAsync($"CREATE DATABASE {Template}", cancellation);
        await using var database = new PostgresDatabase(Connection(Template) + ";Pooling=false");
        await database.MigrateAsync(cancellation);
    }

    private Task ExecuteAsync(string sql, CancellationToken cancellation) => RunAsync("postgres", sql, cancellation);

    private async Task RunAsync(string database, string sql, CancellationToken cancellation)
    {
        await using var connection = new NpgsqlConnection(Connection(database) + ";Pooling=false;Options='-c default_transaction_read_only=off'");
        await connection.OpenAsync(cancellation);
        await connection.ExecuteAsync(sql, cancellation);
    }

    private static bool IsRoot => Environment.UserName == "root";

    private static ProcessStartInfo Command(string program, params string[] arguments)
    {
        var path = program.StartsWith('/') ? program : Path.Combine(Programs!, program);
        var start = IsRoot && !program.StartsWith('/')
            ? new ProcessStartInfo("setpriv", ["--reuid=nobody", "--regid=nogroup", "--clear-groups", path, .. arguments])
            : new ProcessStartInfo(path, arguments);
        start.RedirectStandardOutput = start.RedirectStandardError = true;
        start.WorkingDirectory = "/";
        return start;
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(Command(program, arguments))!;
        var (said, wrong) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} answered {process.ExitCode}: {await said} {await wrong}");
        }
    }
}
