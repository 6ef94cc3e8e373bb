using System.Diagnostics;
using System.Net;
using System.Text.Json;
using Storyprint.Operations;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;

namespace Storyprint.Bench;

/// <summary>
/// What one size of archive costs: a start, a page that is kept and one that is not, search, a release, a feed, memory and disk. A line of figures is
/// added to a file, so that sizes can be drawn as a curve.
/// </summary>
internal static class ScaleBench
{
    private const int Hot = 1000;
    private const int Cold = 400;
    private const int Searches = 60;

    public static async Task RunAsync(string program, string data, string figures)
    {
        var installation = Installation.Open(data).Installation ?? throw new InvalidOperationException($"There is no publication in {data}.");
        await installation.PrepareAsync();
        var figure = new ScaleFigure { Engine = installation.Database is SqliteDatabase ? "SQLite" : "PostgreSQL" };
        var codes = await CodesAsync(installation, figure);
        figure.PointReadP99 = await PointReadsAsync(installation, codes);
        figure.FirstPage = await StartBench.FirstPageAsync(program, data, 3);
        await using (var server = await ServerProcess.StartAsync(ServerProcess.Serving(program, data)))
        {
            await Task.Delay(500);
            figure.IdleMegabytes = server.Megabytes;
            using var client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true }) { BaseAddress = new Uri(server.Address) };
            client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
            var cold = await TimesAsync(client, codes[Hot..].Select(code => $"/news/{code}"));
            (figure.ColdP50, figure.ColdP99) = (Percentile.Median(cold), Percentile.Compute(cold, 0.99));
            await SearchAsync(client, figure);
            var feeds = await TimesAsync(client, ["/en/feed.rss", "/fa/feed.rss", "/en/section/sea/feed.rss", "/en/section/city/feed.atom", "/en/section/work/feed.json"]);
            figure.FeedP50 = Percentile.Median(feeds);
            await HotAsync(server, client, codes[..Hot], figure);
            figure.LoadedMegabytes = server.Megabytes;
        }

        installation.Database.CloseIdle();
        (figure.ReleaseP50, figure.ReleaseP99) = await FreshBench.MeasureAsync(installation, 200);
        figure.DiskMegabytes = figure.Engine == "SQLite" ? new DirectoryInfo(data).EnumerateFiles("storyprint.db*").Sum(file => file.Length) / 1e6 : await SizeAsync(installation);
        figure.Report();
        await File.AppendAllTextAsync(figures, JsonSerializer.Serialize(figure) + "\n");
    }

    // The same stories for every size: it is the size that is measured and not the luck of the draw.
    private static async Task<List<StoryCode>> CodesAsync(Installation installation, ScaleFigure figure)
    {
        await using var connection = await installation.Database.OpenAsync();
        figure.Stories = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", default);
        var random = new Random(7);
        var codes = new HashSet<StoryCode>();
        while (codes.Count < Math.Min(Hot + Cold, figure.Stories))
        {
            var id = random.NextInt64(1, figure.Stories + 1);
            if (await connection.ScalarAsync<string>("SELECT code FROM story WHERE id = @id", default, ("@id", id)) is { } code)
            {
                codes.Add(StoryCode.FromDigits(code));
            }
        }

        // A small archive has no further stories that nobody asked for; its cold ones are asked for before they are kept.
        List<StoryCode> chosen = [.. codes];
        return chosen.Count == Hot + Cold ? chosen : [.. chosen[..(chosen.Count - Cold)], .. Enumerable.Repeat(chosen[0], Math.Max(0, Hot + Cold - chosen.Count)), .. chosen[^Cold..]];
    }

    private static async Task<double> PointReadsAsync(Installation installation, List<StoryCode> codes)
    {
        var times = new List<double>();
        await using var connection = await installation.Database.OpenAsync();
        foreach (var code in codes)
        {
            var watch = Stopwatch.StartNew();
            await connection.ScalarAsync<string>(
                "SELECT r.content FROM story s JOIN revision r ON r.story_id = s.id AND r.number = s.current_revision WHERE s.code = @code", default, ("@code", code.Digits));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Percentile.Compute(times[Hot..], 0.99);
    }

    private static async Task SearchAsync(HttpClient client, ScaleFigure figure)
    {
        var words = new Archive(1);
        var newest = new List<double>();
        var ranked = new List<double>();
        for (var number = 0; number < Searches; number++)
        {
            // From the commonest words, which are in nearly every story, to rare ones, alone and in pairs.
            var query = number % 3 == 0 ? $"{words[number % 5]} {words[(number % 5) + 1]}" : number % 3 == 1 ? words[number] : words[(number * 97 % 9000) + 500];
            newest.AddRange(await TimesAsync(client, [$"/en/search?q={WebUtility.UrlEncode(query)}"]));
            ranked.AddRange(await TimesAsync(client, [$"/en/search?q={WebUtility.UrlEncode(query)}&order=best"]));
        }

        (figure.NewestP95, figure.RankedP95) = (Percentile.Compute(newest, 0.95), Percentile.Compute(ranked, 0.95));
    }

    private static async Task HotAsync(ServerProcess server, HttpClient client, List<StoryCode> codes, ScaleFigure figure)
    {
        var paths = new List<string>();
        foreach (var code in codes)
        {
            using var answer = await client.GetAsync($"/news/{code}");
            paths.Add(answer.RequestMessage!.RequestUri!.AbsolutePath);
        }

        var script = Path.GetTempFileName();
        Wrk.WriteScript(script, paths);
        await Wrk.RunAsync(server.Address, script, 16, 4);
        var result = await Wrk.RunAsync(server.Address, script, 16, 8);
        (figure.HotPerSecond, figure.HotP99) = (result.PerSecond, result.Slowest);
        File.Delete(script);
    }

    private static async Task<double> SizeAsync(Installation installation)
    {
        await using var connection = await installation.Database.OpenAsync();
        return await connection.ScalarAsync<long>("SELECT pg_database_size(current_database())", default) / 1e6;
    }

    private static async Task<List<double>> TimesAsync(HttpClient client, IEnumerable<string> paths)
    {
        var times = new List<double>();
        foreach (var path in paths)
        {
            var watch = Stopwatch.StartNew();
            using var answer = await client.GetAsync(path);
            answer.EnsureSuccessStatusCode();
            await answer.Content.ReadAsByteArrayAsync();
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return times;
    }
}

/// <summary>Figures of one size. Times are milliseconds, but for the first page, which is seconds.</summary>
internal sealed record ScaleFigure
{
    public string Engine { get; set; } = string.Empty;

    public long Stories { get; set; }

    public double FirstPage { get; set; }

    public double HotPerSecond { get; set; }

    public double HotP99 { get; set; }

    public double ColdP50 { get; set; }

    public double ColdP99 { get; set; }

    public double PointReadP99 { get; set; }

    public double NewestP95 { get; set; }

    public double RankedP95 { get; set; }

    public double ReleaseP50 { get; set; }

    public double ReleaseP99 { get; set; }

    public double FeedP50 { get; set; }

    public double IdleMegabytes { get; set; }

    public double LoadedMegabytes { get; set; }

    public double DiskMegabytes { get; set; }

    /// <summary>Reports each as a figure of the table of its engine and size.</summary>
    public void Report()
    {
        var table = $"scale {Engine} {Stories}";
        void Add(string what, double value, string unit, double? most = null, string? beside = null) =>
            new Figure { Bench = table, What = what, Rounds = [value], Unit = unit, AtMost = most, Beside = beside }.Report();

        Add("process start to the first page", FirstPage, "s", Stories >= 1_000_000 ? 1 : 0.6);
        Add("cached story pages, 16 connections", HotPerSecond, "requests/s");
        Add("the same, p99", HotP99, "ms");
        Add("a page that is not cached, p50", ColdP50, "ms");
        Add("the same, p99", ColdP99, "ms", null, $"a read by key in the database, p99: {PointReadP99.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture)} ms");
        Add("a feed, p50", FeedP50, "ms");
        Add("search, newest first, p95", NewestP95, "ms", 150);
        Add("search, best first, p95", RankedP95, "ms", 150);
        Add("release until its new page is served compressed, p50", ReleaseP50, "ms", 15, "right after the searches and the load above");
        Add("the same, p99", ReleaseP99, "ms", 60);
        Add("resident memory, idle", IdleMegabytes, "MB");
        Add("resident memory under load", LoadedMegabytes, "MB", 600);
        Add("disk", DiskMegabytes, "MB");
    }
}
