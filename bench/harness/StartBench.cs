using System.Diagnostics;

namespace Storyprint.Bench;

/// <summary>From the start of a process to its first page, and the memory it then holds, paired in turns with a bare web server of the same framework.</summary>
internal static class StartBench
{
    public static async Task RunAsync(string program, string data, int rounds)
    {
        var results = new List<(double Ours, double Bare)>();
        var memories = new List<double>();
        Console.WriteLine($"start: process start to the first page, {rounds} rounds in turns with a bare web server answering a constant");
        for (var round = 0; round <= rounds; round++)
        {
            var ours = await StartAsync(ServerProcess.Serving(program, data));
            var bare = await StartAsync(port => [Environment.ProcessPath!, "bare", $"{port}"]);
            if (round == 0)
            {
                continue;
            }

            results.Add((ours.Seconds, bare.Seconds));
            memories.Add(ours.Megabytes);
            Console.WriteLine($"  round {round}: {ours.Seconds:0.000} s, {ours.Megabytes:0} MB   bare {bare.Seconds:0.000} s, {bare.Megabytes:0} MB   ratio {ours.Seconds / bare.Seconds:0.00}");
        }

        new Figure { Bench = "start", What = "process start to the first page, 1,000 stories", Rounds = [.. results.Select(result => result.Ours)], Unit = "s", AtMost = 0.6 }.Report();
        new Figure
        {
            Bench = "start",
            What = "the same",
            Rounds = [.. results.Select(result => result.Ours / result.Bare)],
            Unit = "times",
            Beside = "a bare web server of the same framework answering a constant, in turns",
        }.Report();
        new Figure { Bench = "start", What = "resident memory after the first page", Rounds = memories, Unit = "MB", AtMost = 150 }.Report();
    }

    /// <summary>Seconds from the start of a process to its first page: the median of some, after a first that warms up this program too.</summary>
    public static async Task<double> FirstPageAsync(string program, string data, int times)
    {
        var seconds = new List<double>();
        for (var number = 0; number <= times; number++)
        {
            seconds.Add((await StartAsync(ServerProcess.Serving(program, data))).Seconds);
        }

        return Percentile.Median(seconds[1..]);
    }

    private static async Task<(double Seconds, double Megabytes)> StartAsync(Func<int, string[]> command)
    {
        var port = ServerProcess.FreePort();
        var line = command(port);
        using var client = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{port}") };
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo(line[0], line[1..]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
        try
        {
            while (true)
            {
                try
                {
                    using var answer = await client.GetAsync("/");
                    answer.EnsureSuccessStatusCode();
                    await answer.Content.ReadAsByteArrayAsync();
                    break;
                }
                catch (HttpRequestException) when (watch.Elapsed < TimeSpan.FromSeconds(30))
                {
                    await Task.Delay(5);
                }
            }

            var seconds = watch.Elapsed.TotalSeconds;
            await Task.Delay(300);
            process.Refresh();
            return (seconds, process.WorkingSet64 / 1e6);
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }
}
