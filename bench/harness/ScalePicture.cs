using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Storyprint.Bench;

/// <summary>Draws figures of several sizes as small curves, one a figure, on scales of powers of ten.</summary>
internal static class ScalePicture
{
    private const int Width = 260;
    private const int Height = 170;
    private const int Columns = 4;

    private static readonly (string Name, string Unit, Func<ScaleFigure, double> Of)[] Curves =
    [
        ("Story page, kept", "a second", figure => figure.HotPerSecond),
        ("Story page, not kept, p99", "ms", figure => figure.ColdP99),
        ("Search, newest first, p95", "ms", figure => figure.NewestP95),
        ("Search, by relevance, p95", "ms", figure => figure.RankedP95),
        ("Release to new page, p50", "ms", figure => figure.ReleaseP50),
        ("First page after the start", "s", figure => figure.FirstPage),
        ("Memory under load", "MB", figure => figure.LoadedMegabytes),
        ("Disk", "MB", figure => figure.DiskMegabytes),
    ];

    public static void Write(string figures, string picture)
    {
        var all = File.ReadLines(figures).Select(line => JsonSerializer.Deserialize<ScaleFigure>(line)!).ToList();
        var rows = (Curves.Length + Columns - 1) / Columns;
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {Width * Columns} {(Height * rows) + 30}\" font-family=\"sans-serif\" font-size=\"11\">");
        svg.Append("<rect width=\"100%\" height=\"100%\" fill=\"#fff\"/>");
        for (var index = 0; index < Curves.Length; index++)
        {
            Draw(svg, all, Curves[index], Width * (index % Columns), Height * (index / Columns));
        }

        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"16\" y=\"{(Height * rows) + 18}\" fill=\"#333\">Stories from left to right, on a scale of powers of ten. Dark: SQLite. Red, dashed: PostgreSQL.</text></svg>\n");
        File.WriteAllText(picture, svg.ToString());
    }

    private static void Draw(StringBuilder svg, List<ScaleFigure> figures, (string Name, string Unit, Func<ScaleFigure, double> Of) curve, int left, int top)
    {
        var (low, high) = (figures.Min(curve.Of), figures.Max(curve.Of));
        var (from, to) = (Math.Floor(Math.Log10(Math.Max(low, 1e-3))), Math.Ceiling(Math.Log10(Math.Max(high, 1e-3) * 1.001)));
        double X(ScaleFigure figure) => left + 44 + ((Math.Log10(figure.Stories) - 3) / 3 * (Width - 80));
        double Y(double value) => top + 130 - ((Math.Log10(Math.Max(value, 1e-3)) - from) / Math.Max(to - from, 1) * 90);
        svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{left + 16}\" y=\"{top + 22}\" font-weight=\"bold\" fill=\"#111\">{curve.Name} ({curve.Unit})</text>");
        for (var power = from; power <= to; power++)
        {
            var y = Y(Math.Pow(10, power));
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{left + 40} {y:0.#}H{left + Width - 20}\" stroke=\"#ddd\"/><text x=\"{left + 36}\" y=\"{y + 4:0.#}\" text-anchor=\"end\" fill=\"#666\">{Short(Math.Pow(10, power))}</text>");
        }

        foreach (var stories in (int[])[1000, 10_000, 100_000, 1_000_000])
        {
            var x = X(new ScaleFigure { Stories = stories });
            svg.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.#}\" y=\"{top + 148}\" text-anchor=\"middle\" fill=\"#666\">{Short(stories)}</text>");
        }

        foreach (var engine in figures.GroupBy(figure => figure.Engine))
        {
            // Figures of one engine stand above their points, those of the other beside them: points often meet.
            var (colour, dashes, right, below, anchor) = engine.Key == "SQLite" ? ("#1c1c1c", "none", 0, -7, "middle") : ("#8f1d1d", "5 3", 7, 4, "start");
            var points = engine.OrderBy(figure => figure.Stories).ToList();
            svg.Append(CultureInfo.InvariantCulture, $"<path d=\"M{string.Join('L', points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point):0.#} {Y(curve.Of(point)):0.#}")))}\" fill=\"none\" stroke-width=\"2\" stroke=\"{colour}\" stroke-dasharray=\"{dashes}\"/>");
            foreach (var point in points)
            {
                svg.Append(CultureInfo.InvariantCulture, $"<circle cx=\"{X(point):0.#}\" cy=\"{Y(curve.Of(point)):0.#}\" r=\"3\" fill=\"{colour}\"/><text x=\"{X(point) + right:0.#}\" y=\"{Y(curve.Of(point)) + below:0.#}\" text-anchor=\"{anchor}\" font-size=\"10\" fill=\"{colour}\">{Short(curve.Of(point))}</text>");
            }
        }
    }

    private static string Short(double value) => value >= 1_000_000 ? string.Create(CultureInfo.InvariantCulture, $"{value / 1_000_000:0.#}M") : value >= 10_000 ? string.Create(CultureInfo.InvariantCulture, $"{value / 1000:0}k")
        : value.ToString(value >= 100 ? "0" : value >= 1 ? "0.#" : "0.##", CultureInfo.InvariantCulture);
}
