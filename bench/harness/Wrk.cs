using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace Storyprint.Bench;

/// <summary>Asks a server for pages at random with wrk, which is from Debian.</summary>
internal static partial class Wrk
{
    /// <param name="paths">Percent-encoded, as they stand in links.</param>
    public static void WriteScript(string file, IReadOnlyList<string> paths) => File.WriteAllText(file, $$"""
        local paths = { {{string.Join(", ", paths.Select(path => $"\"{path}\""))}} }
        local requests = {}
        local threads = 0
        function setup(thread)
          threads = threads + 1
          thread:set("seed", threads)
        end
        function init(args)
          math.randomseed(seed)
          for index = 1, #paths do
            requests[index] = wrk.format("GET", paths[index], { ["Accept-Encoding"] = "gzip", ["Host"] = "bench.example" })
          end
        end
        function request()
          return requests[math.random(#requests)]
        end
        """);

    /// <param name="mayRefuse">Whether answers that refuse, and time-outs, are part of what is measured.</param>
    public static async Task<WrkResult> RunAsync(string address, string script, int connections, int seconds, bool mayRefuse = false)
    {
        using var process = Process.Start(new ProcessStartInfo(
            "wrk", [$"-t{Math.Min(2, connections)}", $"-c{connections}", $"-d{seconds}s", "--latency", "-s", script, address])
        { RedirectStandardOutput = true })!;
        var text = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        if (process.ExitCode != 0 || (!mayRefuse && (text.Contains("Non-2xx", StringComparison.Ordinal) || text.Contains("Socket errors", StringComparison.Ordinal))))
        {
            throw new InvalidOperationException($"wrk says: {text}");
        }

        return new WrkResult(
            long.Parse(Total().Match(text).Groups[1].Value, CultureInfo.InvariantCulture), double.Parse(Rate().Match(text).Groups[1].Value, CultureInfo.InvariantCulture),
            Milliseconds(Median().Match(text)), Milliseconds(Slowest().Match(text)));
    }

    private static double Milliseconds(Match match) => double.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) * match.Groups[2].Value switch
    {
        "us" => 0.001,
        "ms" => 1,
        _ => 1000,
    };

    [GeneratedRegex(@"(\d+) requests in")]
    private static partial Regex Total();

    [GeneratedRegex(@"Requests/sec:\s+([\d.]+)")]
    private static partial Regex Rate();

    [GeneratedRegex(@"50%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Median();

    [GeneratedRegex(@"99%\s+([\d.]+)(us|ms|s)")]
    private static partial Regex Slowest();
}

/// <param name="Median">Milliseconds.</param>
/// <param name="Slowest">Milliseconds that one request in a hundred takes longer than.</param>
internal sealed record WrkResult(long Requests, double PerSecond, double Median, double Slowest);
