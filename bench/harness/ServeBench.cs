using System.Net;
using System.Text.RegularExpressions;

namespace Storyprint.Bench;

/// <summary>Story pages a second from the program's memory against nginx with the same packed bytes on the disk, in turns, asked for at random by wrk. Beside them stand nginx that sends the program's headers too, and the framework's bare server with the same bytes in memory.</summary>
internal static partial class ServeBench
{
    private static readonly int[] Connections = [16, 64];

    public static async Task RunAsync(string program, string data, int rounds, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        try
        {
            await using var ours = await ServerProcess.StartAsync(ServerProcess.Serving(program, data));
            var site = new NginxSite(folder);
            var (paths, megabytes) = await CopyAsync(ours.Address, site);
            var script = Path.Combine(folder, "stories.lua");
            Wrk.WriteScript(script, paths);
            await using var nginx = await site.StartAsync([]);
            await using var alike = await site.StartAsync(await HeadersAsync(ours.Address + paths[0]));
            await using var bare = await ServerProcess.StartAsync(port => [Environment.ProcessPath!, "bare", $"{port}", site.Root]);
            Console.WriteLine($"serve: {paths.Count:N0} story pages, {megabytes:0.0} MB as gzip, {Environment.ProcessorCount} processors that wrk shares, {rounds} rounds of {seconds} s in turns");
            foreach (var connections in Connections)
            {
                await CompareAsync(ours, nginx, alike, bare, script, connections, rounds, seconds);
            }

            Console.WriteLine($"  resident under load: storyprint {ours.Megabytes:0} MB, nginx {nginx.Megabytes:0} MB, bare {bare.Megabytes:0} MB");
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task CompareAsync(ServerProcess ours, ServerProcess nginx, ServerProcess alike, ServerProcess bare, string script, int connections, int rounds, int seconds)
    {
        var turns = new List<Turn>();
        for (var round = 0; round <= rounds; round++)
        {
            var turn = new Turn(
                await MeasureAsync(ours, script, connections, seconds), await MeasureAsync(nginx, script, connections, seconds),
                await MeasureAsync(alike, script, connections, seconds), await MeasureAsync(bare, script, connections, seconds));
            if (round == 0)
            {
                // The first warms all up.
                continue;
            }

            turns.Add(turn);
            Console.WriteLine($"  {connections,2} connections, round {round}: storyprint {turn.Ours}   nginx {turn.Nginx}   with our headers {turn.Alike}   bare {turn.Bare}");
        }

        Console.WriteLine(
            $"  {connections,2} connections: {Median(turns, turn => turn.Ours.PerSecond / turn.Nginx.PerSecond):0.00} of nginx's requests a second"
            + $" ({turns.Min(turn => turn.Ours.PerSecond / turn.Nginx.PerSecond):0.00} to {turns.Max(turn => turn.Ours.PerSecond / turn.Nginx.PerSecond):0.00}),"
            + $" {Median(turns, turn => turn.Ours.Processor / turn.Nginx.Processor):0.00} times its processor time a request,"
            + $" p50 {Median(turns, turn => turn.Ours.P50):0.00} against {Median(turns, turn => turn.Nginx.P50):0.00} ms, p99 {Median(turns, turn => turn.Ours.P99):0.00} against {Median(turns, turn => turn.Nginx.P99):0.00} ms"
            + $" ({Median(turns, turn => turn.Ours.P99 / turn.Nginx.P99):0.00} times);"
            + $" with the same headers: {Median(turns, turn => turn.Ours.PerSecond / turn.Alike.PerSecond):0.00} and {Median(turns, turn => turn.Ours.Processor / turn.Alike.Processor):0.00} times;"
            + $" the bare server: {Median(turns, turn => turn.Bare.PerSecond / turn.Nginx.PerSecond):0.00} of nginx's requests, {Median(turns, turn => turn.Bare.Processor / turn.Nginx.Processor):0.00} times its processor time");
    }

    private static async Task<Measured> MeasureAsync(ServerProcess server, string script, int connections, int seconds)
    {
        var before = server.ProcessorTime;
        var result = await Wrk.RunAsync(server.Address, script, connections, seconds);
        return new Measured(result.PerSecond, (server.ProcessorTime - before).TotalMicroseconds / result.Requests, result.Median, result.Slowest);
    }

    // What nginx does not send by itself.
    private static async Task<IReadOnlyList<(string Name, string Value)>> HeadersAsync(string page)
    {
        using var client = new HttpClient();
        using var answer = await client.GetAsync(page);
        return [.. answer.Headers.Where(header => header.Key is not ("Date" or "ETag" or "Vary" or "Connection" or "Transfer-Encoding")).Select(header => (header.Key, string.Join(", ", header.Value)))];
    }

    // Asked for until it is packed, which the program does beside the requests.
    private static async Task<(IReadOnlyList<string> Paths, double Megabytes)> CopyAsync(string address, NginxSite site)
    {
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None }) { BaseAddress = new Uri(address) };
        var sitemap = await client.GetStringAsync("/sitemap-1.xml");
        var paths = Location().Matches(sitemap).Select(match => new Uri(match.Groups[1].Value).AbsolutePath).ToList();
        var bytes = 0L;
        foreach (var path in paths)
        {
            var page = await client.GetByteArrayAsync(path);
            byte[]? packed = null;
            while (packed is null)
            {
                using var request = new HttpRequestMessage(HttpMethod.Get, path) { Headers = { { "Accept-Encoding", "gzip" } } };
                using var answer = await client.SendAsync(request);
                packed = answer.Content.Headers.ContentEncoding.Contains("gzip") ? await answer.Content.ReadAsByteArrayAsync() : null;
            }

            bytes += packed.Length;
            site.Add(path, page, packed);
        }

        return (paths, bytes / 1e6);
    }

    private static double Median(List<Turn> turns, Func<Turn, double> of) => Percentile.Median(turns.Select(of));

    [GeneratedRegex("<loc>([^<]+)</loc>")]
    private static partial Regex Location();

    /// <param name="Alike">nginx with the headers the program sends.</param>
    private sealed record Turn(Measured Ours, Measured Nginx, Measured Alike, Measured Bare);

    /// <param name="Processor">Microseconds of processor time a request.</param>
    private sealed record Measured(double PerSecond, double Processor, double P50, double P99)
    {
        public override string ToString() => $"{PerSecond,7:N0}/s {Processor,5:0.0} µs p50 {P50:0.00} p99 {P99:0.00} ms";
    }
}
