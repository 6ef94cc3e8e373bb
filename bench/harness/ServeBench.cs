using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Storyprint.Bench;

/// <summary>Story pages a second from the program's memory against nginx with the same packed bytes on the disk, in turns, asked for at random by wrk. Beside them stand nginx that sends the program's headers too, and the framework's bare server with the same bytes in memory and the same headers.</summary>
internal static partial class ServeBench
{
    private static readonly int[] Connections = [1, 16, 64];

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
            var headers = await HeadersAsync(ours.Address + paths[0]);
            await using var alike = await site.StartAsync(headers);
            var headerFile = Path.Combine(folder, "headers.json");
            await File.WriteAllTextAsync(headerFile, JsonSerializer.Serialize(headers.ToDictionary(header => header.Name, header => header.Value)));
            await using var bare = await ServerProcess.StartAsync(port => [Environment.ProcessPath!, "bare", $"{port}", site.Root, headerFile]);
            Console.WriteLine($"serve: {paths.Count:N0} story pages, {megabytes:0.0} MB as gzip, {Environment.ProcessorCount} processors that wrk shares, {rounds} rounds of {seconds} s in turns");
            foreach (var connections in Connections)
            {
                await CompareAsync(ours, nginx, alike, bare, script, connections, rounds, seconds);
            }

            new Figure { Bench = "serve", What = "resident memory under that load", Rounds = [ours.Megabytes], Unit = "MB", Beside = $"nginx: {nginx.Megabytes:0} MB; the bare server: {bare.Megabytes:0} MB" }.Report();
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

        void Report(string what, Func<Turn, double> of, string unit, string? beside, double? least = null, double? most = null) => new Figure
        {
            Bench = "serve",
            What = $"{connections} connection{(connections > 1 ? "s" : "")}: {what}",
            Rounds = [.. turns.Select(of)],
            Unit = unit,
            Beside = beside,
            AtLeast = least,
            AtMost = most,
        }.Report();

        const string Files = "nginx with the same compressed bytes as files";
        const string Same = "the framework's bare server with the same bytes in a dictionary, and the same headers";
        Report("cached story pages, gzip, at random", turn => turn.Ours.PerSecond, "requests/s", null);
        Report("requests a second", turn => turn.Ours.PerSecond / turn.Bare.PerSecond, "times", Same, least: connections > 1 ? 0.95 : null);
        Report("processor time a request", turn => turn.Ours.Processor / turn.Bare.Processor, "times", Same);
        Report("requests a second", turn => turn.Ours.PerSecond / turn.Nginx.PerSecond, "times", Files, least: connections > 1 ? 0.8 : null);
        Report("requests a second", turn => turn.Ours.PerSecond / turn.Alike.PerSecond, "times", $"{Files}, and the same headers");
        Report("processor time a request", turn => turn.Ours.Processor / turn.Nginx.Processor, "times", Files);
        Report("p99", turn => turn.Ours.P99 / turn.Nginx.P99, "times", Files, most: connections > 1 ? 2 : null);
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
