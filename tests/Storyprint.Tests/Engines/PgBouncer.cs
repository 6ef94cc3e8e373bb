using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace Storyprint.Tests.Engines;

/// <summary>A PgBouncer on a port of its own in front of a database of the tests' cluster.</summary>
internal sealed class PgBouncer : IAsyncDisposable
{
    private static readonly string? Program = ((string[])["/usr/sbin/pgbouncer", "/usr/bin/pgbouncer", "/usr/local/bin/pgbouncer"]).FirstOrDefault(File.Exists);

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-pooler-").FullName;
    private readonly Process process;

    private PgBouncer(string database, string mode)
    {
        var direct = new NpgsqlConnectionStringBuilder(database);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var settings = Path.Combine(folder, "pgbouncer.ini");
        File.WriteAllText(settings, $"""
            [databases]
            * = host={direct.Host} user={direct.Username}
            [pgbouncer]
            listen_addr = 127.0.0.1
            listen_port = {Port}
            unix_socket_dir =
            auth_type = any
            pool_mode = {mode}
            ignore_startup_parameters = extra_float_digits
            """);
        var isRoot = Environment.IsPrivilegedProcess;
        if (!OperatingSystem.IsWindows())
        {
            // Whoever it runs as reads its settings.
            File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        }

        process = Process.Start(new ProcessStartInfo(isRoot ? "setpriv" : Program!, isRoot ? ["--reuid=nobody", "--regid=nogroup", "--clear-groups", Program!, "--quiet", settings] : ["--quiet", settings])
        {
            RedirectStandardError = true,
        })!;
        Connection = new NpgsqlConnectionStringBuilder(database) { Host = "127.0.0.1", Port = Port, MaxAutoPrepare = 0 }.ToString();
    }

    /// <summary>Why there is none on this machine, or null.</summary>
    public static string? Missing => PostgresCluster.Missing ?? (Program is null ? "PgBouncer is not installed (Debian: pgbouncer); tests behind it are left out." : null);

    public int Port { get; }

    /// <summary>The database through it.</summary>
    public string Connection { get; }

    /// <param name="mode"><c>session</c> or <c>transaction</c>.</param>
    public static async Task<PgBouncer> StartAsync(string database, string mode)
    {
        var pooler = new PgBouncer(database, mode);
        await Polling.UntilAsync(async () =>
        {
            Assert.False(pooler.process.HasExited, pooler.process.HasExited ? await pooler.process.StandardError.ReadToEndAsync() : "");
            using var client = new TcpClient();
            try
            {
                await client.ConnectAsync(IPAddress.Loopback, pooler.Port);
                return true;
            }
            catch (SocketException)
            {
                return false;
            }
        });
        return pooler;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
        Directory.Delete(folder, recursive: true);
    }
}
