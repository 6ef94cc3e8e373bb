using System.Globalization;
using System.Text.Json;

namespace Storyprint.Bench;

/// <summary>
/// A measured figure. It is printed, and added as a line of JSON to the file named in STORYPRINT_BENCH_FIGURES, from which <see cref="FigureTables"/> writes
/// the tables of docs/performance.md.
/// </summary>
internal sealed record Figure
{
    /// <summary>The table it belongs to: the name of the bench.</summary>
    public required string Bench { get; init; }

    /// <summary>What was measured, in words.</summary>
    public required string What { get; init; }

    /// <summary>The value of each round; their median is the figure.</summary>
    public required IReadOnlyList<double> Rounds { get; init; }

    /// <summary>"ms", "s", "MB", "stories/s", "times".</summary>
    public required string Unit { get; init; }

    /// <summary>What it is measured against, or what ran beside it; null for nothing.</summary>
    public string? Beside { get; init; }

    public double? AtMost { get; init; }

    public double? AtLeast { get; init; }

    /// <summary>The load of the machine before the bench, which is the work of others.</summary>
    public double Load { get; init; } = LoadBefore;

    public double Value => Percentile.Median(Rounds);

    public string Text => $"{Number(Value)} {Unit}";

    /// <summary>The smallest and the largest of several rounds.</summary>
    public string Spread => Rounds.Count > 1 ? $"{Number(Rounds.Min())} to {Number(Rounds.Max())}" : "";

    public string Target => (AtMost, AtLeast) switch
    {
        ({ } most, _) => $"at most {Number(most)}: {(Value <= most ? "held" : "**not held**")}",
        (_, { } least) => $"at least {Number(least)}: {(Value >= least ? "held" : "**not held**")}",
        _ => "",
    };

    private static readonly double LoadBefore = double.Parse(File.ReadAllText("/proc/loadavg").Split(' ')[0], CultureInfo.InvariantCulture);

    /// <summary>Prints it and adds it to the file of figures, if there is one.</summary>
    public void Report()
    {
        Console.WriteLine($"  = {What}: {Text}{(Spread.Length > 0 ? $" ({Spread})" : "")}{(Target.Length > 0 ? $"; {Target}" : "")}");
        if (Environment.GetEnvironmentVariable("STORYPRINT_BENCH_FIGURES") is { Length: > 0 } file)
        {
            File.AppendAllText(file, JsonSerializer.Serialize(this) + "\n");
        }
    }

    // Three digits say as much as a measurement does.
    private static string Number(double value) => value switch
    {
        >= 100 => value.ToString("N0", CultureInfo.InvariantCulture),
        >= 10 => value.ToString("0.#", CultureInfo.InvariantCulture),
        _ => value.ToString("0.##", CultureInfo.InvariantCulture),
    };
}
