namespace Storyprint.Bench;

/// <summary>Where a part of all that was measured lies below.</summary>
internal static class Percentile
{
    /// <param name="part">0.5 for the median, 0.99 for what one in a hundred exceeds.</param>
    public static double Compute(IEnumerable<double> measured, double part)
    {
        var ordered = measured.Order().ToList();
        return ordered[Math.Min(ordered.Count - 1, (int)(ordered.Count * part))];
    }

    public static double Median(IEnumerable<double> measured) => Compute(measured, 0.5);
}
