using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Storyprint.Bench;

/// <summary>
/// Writes the measured figures into a document, in place of what stands between the lines <c>&lt;!-- figures of BENCH --&gt;</c> and <c>&lt;!-- end --&gt;</c>. The table
/// of a bench that was not run stays, with the date and the commit of its own run.
/// </summary>
internal static class FigureTables
{
    public static void Write(string figures, string document)
    {
        var all = File.ReadLines(figures).Select(line => JsonSerializer.Deserialize<Figure>(line)!).ToList();
        var text = new StringBuilder();
        string? bench = null;
        foreach (var line in File.ReadLines(document))
        {
            if (bench is not null && line != "<!-- end -->")
            {
                continue;
            }

            text.Append(line).Append('\n');
            bench = line.StartsWith("<!-- figures of ", StringComparison.Ordinal) ? line["<!-- figures of ".Length..^" -->".Length] : null;
            if (bench is not null && all.Where(figure => figure.Bench == bench).ToList() is { Count: > 0 } measured)
            {
                Append(text, measured);
            }
            else if (bench is not null)
            {
                bench = null;
            }
        }

        File.WriteAllText(document, text.ToString());
    }

    private static void Append(StringBuilder text, List<Figure> measured)
    {
        text.Append("| what | figure | spread | against, or beside | target |\n|---|---|---|---|---|\n");
        foreach (var figure in measured)
        {
            text.Append(CultureInfo.InvariantCulture, $"| {figure.What} | {figure.Text} | {figure.Spread} | {figure.Beside} | {figure.Target} |\n");
        }

        var loads = measured.Select(figure => figure.Load).ToList();
        text.Append(CultureInfo.InvariantCulture, $"\n{DateTime.UtcNow:d MMMM yyyy}, commit {Commit()}, {Machine()}; load before the bench {loads.Min():0.0}{(loads.Max() > loads.Min() ? $" to {loads.Max():0.0}" : "")}.\n");
    }

    private static string Commit()
    {
        var commit = Git("rev-parse", "--short", "HEAD");
        return commit.Length == 0 ? "unknown" : Git("status", "--porcelain", "--untracked-files=no").Length > 0 ? $"{commit} with changes" : commit;
    }

    private static string Git(params string[] arguments)
    {
        using var git = Process.Start(new ProcessStartInfo("git", arguments) { RedirectStandardOutput = true })!;
        return git.StandardOutput.ReadToEnd().Trim();
    }

    private static string Machine()
    {
        var model = File.ReadLines("/proc/cpuinfo").FirstOrDefault(line => line.StartsWith("model name", StringComparison.Ordinal))?.Split(':')[1].Trim() ?? "unknown processor";
        return string.Create(CultureInfo.InvariantCulture, $"{model}, {Environment.ProcessorCount} processors, {GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:0} GB, .NET {Environment.Version}");
    }
}
