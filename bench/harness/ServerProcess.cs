using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Storyprint.Bench;

/// <summary>A web server under measurement: one process, or a master with its workers.</summary>
internal sealed class ServerProcess(Process process, int port) : IAsyncDisposable
{
    public string Address { get; } = $"http://127.0.0.1:{port}";

    /// <summary>Starts one that listens on a free port, and waits until it answers.</summary>
    /// <param name="line">Program and arguments, given the port.</param>
    public static async Task<ServerProcess> StartAsync(Func<int, string[]> line)
    {
        var port = FreePort();
        var command = line(port);
        var server = new ServerProcess(Process.Start(new ProcessStartInfo(command[0], command[1..]) { RedirectStandardOutput = true })!, port);
        using var client = new HttpClient();
        for (var watch = Stopwatch.StartNew(); ;)
        {
            try
            {
                using var answer = await client.GetAsync(server.Address);
                return server;
            }
            catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(20);
            }
        }
    }

    /// <summary>The line that starts the program on a folder.</summary>
    public static Func<int, string[]> Serving(string program, string data) => port => [program, "serve", "--data", data, "--port", $"{port}"];

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    /// <summary>Processor time of the process and its children so far, from /proc.</summary>
    public TimeSpan ProcessorTime => TimeSpan.FromSeconds(Numbers().Sum(Seconds));

    /// <summary>Resident megabytes of the process and its children.</summary>
    public double Megabytes => Numbers().Sum(number => Process.GetProcessById(number).WorkingSet64) / 1e6;

    public async ValueTask DisposeAsync()
    {
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
    }

    private IEnumerable<int> Numbers() => File.ReadAllText($"/proc/{process.Id}/task/{process.Id}/children")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(number => int.Parse(number, CultureInfo.InvariantCulture)).Prepend(process.Id);

    // proc(5): utime and stime are the 12th and 13th field behind the name, in hundredths of a second.
    private static double Seconds(int number)
    {
        var fields = File.ReadAllText($"/proc/{number}/stat").Split(") ")[^1].Split(' ');
        return (long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / 100.0;
    }
}
