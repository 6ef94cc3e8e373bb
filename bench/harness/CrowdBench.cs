using System.Diagnostics;
using System.Globalization;
using System.Net;
using Storyprint.Operations;
using Storyprint.Storage.Engine;

namespace Storyprint.Bench;

/// <summary>
/// Four readers of cached story pages, beside them a crowd of 64 connections on something dear, one kind after the other: what is left to the
/// readers, how long they wait, how soon all is as before when the crowd has gone, and what the program's memory comes to.
/// </summary>
internal static class CrowdBench
{
    private const int Crowd = 64;
    private const int Readers = 4;
    private const int Cached = 200;
    private const int Others = 20_000;

    public static async Task RunAsync(string program, string data, int seconds)
    {
        var installation = Installation.Open(data).Installation ?? throw new InvalidOperationException($"There is no publication in {data}.");
        await installation.PrepareAsync();
        var (codes, all) = await CodesAsync(installation);
        var engine = installation.Database is SqliteDatabase ? "SQLite" : "PostgreSQL";
        installation.Database.CloseIdle();
        await using var server = await ServerProcess.StartAsync(ServerProcess.Serving(program, data));
        using var client = new HttpClient { BaseAddress = new Uri(server.Address) };
        var stories = new List<string>();
        foreach (var code in codes.Take(2 * Cached))
        {
            using var answer = await client.GetAsync($"/news/{code}");
            stories.Add(answer.RequestMessage!.RequestUri!.AbsolutePath);
        }

        var loads = Loads(codes, stories[Cached..]);
        Console.WriteLine($"crowd: {engine}, {all:N0} stories, {Environment.ProcessorCount} processors that wrk shares, {Readers} readers of {Cached} cached pages beside {Crowd} connections, {seconds} s each");
        var alone = new Dictionary<string, double>();
        foreach (var (name, paths) in loads)
        {
            var (processor, slowest) = await AloneAsync(server, client, paths);
            alone[name] = processor;
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  alone  {name,-34} {processor,7:0.0} ms of processor time a request, the database server's counted, slowest {slowest:0} ms"));
        }

        var table = $"crowd {engine} {all}";
        await MeasureAsync(server, stories[..Cached], "none", [], seconds);
        var fair = await MeasureAsync(server, stories[..Cached], "cached stories", stories[Cached..], seconds);
        var results = new List<Beside>();
        foreach (var (name, paths) in loads)
        {
            var result = await MeasureAsync(server, stories[..Cached], name, paths, seconds);
            results.Add(result);
            new Figure
            {
                Bench = table,
                What = name,
                Rounds = [result.PerSecond / fair.PerSecond],
                Unit = "of what cached stories leave",
                AtLeast = 0.4,
                Beside = string.Create(CultureInfo.InvariantCulture, $"{result.PerSecond:N0}/s, p99 {result.P99:0.0} ms; 100 ms later {result.After:N0}/s; {result.Megabytes:0} MB; alone {alone[name]:0.0} ms of processor time a request"),
            }.Report();
        }

        new Figure { Bench = table, What = "the longest p99 of the readers", Rounds = [results.Max(result => result.P99)], Unit = "ms", AtMost = 20 }.Report();
        new Figure { Bench = table, What = "the most memory", Rounds = [results.Max(result => result.Megabytes)], Unit = "MB", AtMost = 300 }.Report();
        new Figure { Bench = table, What = "the dearest address, processor time a request", Rounds = [alone.Values.Max()], Unit = "ms", AtMost = all >= 1_000_000 ? 100 : 50 }.Report();
    }

    private static List<(string Name, IReadOnlyList<string> Paths)> Loads(List<string> codes, List<string> cached)
    {
        var words = new Archive(1);
        string Search(string query, string more = "") => $"/en/search?q={WebUtility.UrlEncode(query)}{more}";
        var common = Enumerable.Range(0, 60).Select(rank => words[rank]).ToList();
        var phrases = string.Join(' ', Enumerable.Range(0, 8).Select(at => $"\"{common[at % 4]} {common[(at + 1 + (at / 4)) % 5]}\""));
        return
        [
            ("stories not cached", [.. codes.Skip(2 * Cached).Select(code => $"/news/{code}/print")]),
            ("two-word searches", [.. Enumerable.Range(0, 600).Select(at => Search($"{common[at % 30]} {common[30 + (at / 20)]}"))]),
            ("two common words, best", [.. Enumerable.Range(0, 20).Select(at => Search($"{common[at]} {common[at + 1]}", "&order=best"))]),
            ("eight phrases, best", [Search(phrases, "&order=best")]),
            ("three phrases never found", [Search($"\"{common[0]} {common[0]} {common[1]}\" \"{common[2]} {common[2]} {common[3]}\" \"{common[1]} {common[1]}\"")]),
            ("one common word 50 times", [Search(string.Join(' ', Enumerable.Repeat(common[0], 50)))]),
            ("200 letters of common words", [Search(string.Join(' ', common)[..200], "&order=best")]),
            ("a phrase of one word 8 times", [Search($"\"{string.Join(' ', Enumerable.Repeat(common[0], 8))}\"")]),
            ("an unknown byline", [Search(common[0], "&byline=nosuch")]),
            ("page 100 of a search", [Search(common[0], "&page=100")]),
            ("a comparison", [.. codes.Take(40).Select(code => $"/news/{code}/compare?from=1&to=2")]),
            ("social images", [.. codes.Skip(4 * Cached).Take(2_000).Select(code => $"/news/{code}/card.png")]),
            ("addresses of nothing", [.. Enumerable.Range(0, 5_000).Select(at => $"/no/such/{at}?{at}")]),
            ("a section's page 5,000", ["/en/section/sea/500?x=1", "/en/section/city/400"]),
        ];
    }

    private static async Task<(double Processor, double Slowest)> AloneAsync(ServerProcess server, HttpClient client, IReadOnlyList<string> paths)
    {
        const int Asked = 30;
        using var warm = await client.GetAsync(paths[^1]);
        var (before, slowest) = (server.ProcessorTime + DatabaseServerTime(), 0.0);
        for (var at = 0; at < Asked; at++)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(paths[at % paths.Count]);
            await answer.Content.ReadAsByteArrayAsync();
            slowest = Math.Max(slowest, watch.Elapsed.TotalMilliseconds);
        }

        return ((server.ProcessorTime + DatabaseServerTime() - before).TotalMilliseconds / Asked, slowest);
    }

    // The program keeps its connections, so the processes that work for it are still there.
    private static TimeSpan DatabaseServerTime() =>
        Process.GetProcessesByName("postgres").Aggregate(TimeSpan.Zero, (sum, process) => sum + process.TotalProcessorTime);

    private static async Task<Beside> MeasureAsync(ServerProcess server, List<string> stories, string name, IReadOnlyList<string> load, int seconds)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        var (readers, crowd) = (Path.Combine(folder, "readers.lua"), Path.Combine(folder, "crowd.lua"));
        Wrk.WriteScript(readers, stories);
        Wrk.WriteScript(crowd, load);
        var loading = load.Count == 0 ? Task.CompletedTask : Wrk.RunAsync(server.Address, crowd, Crowd, seconds + 1, mayRefuse: true);
        await Task.Delay(1000);
        var beside = await Wrk.RunAsync(server.Address, readers, Readers, seconds - 1);
        await loading;
        var megabytes = server.Megabytes;
        await Task.Delay(100);
        var after = await Wrk.RunAsync(server.Address, readers, Readers, 1);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"  beside {name,-34} {beside.PerSecond,8:N0}/s p99 {beside.Slowest:0.0} ms; then {after.PerSecond,8:N0}/s p99 {after.Slowest:0.0} ms; {megabytes:0} MB"));
        Directory.Delete(folder, recursive: true);
        return new Beside(beside.PerSecond, beside.Slowest, after.PerSecond, megabytes);
    }

    private static async Task<(List<string> Codes, long All)> CodesAsync(Installation installation)
    {
        await using var connection = await installation.Database.OpenAsync();
        return (
            await connection.QueryAsync($"SELECT code FROM story WHERE is_listed AND edition = 'en' ORDER BY (id * 7919) % 100003 LIMIT {Others}", row => row.GetString(0), default),
            await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", default));
    }

    /// <param name="PerSecond">Requests a second that the readers got.</param>
    /// <param name="P99">Milliseconds.</param>
    /// <param name="After">Requests a second 100 ms after the crowd had gone.</param>
    private sealed record Beside(double PerSecond, double P99, double After, double Megabytes);
}
