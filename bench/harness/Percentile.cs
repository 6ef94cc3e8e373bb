namespace Storyprint.Bench;

/// <summary>Where a part of all measured times lies below.</summary>
internal static class Percentile
{
    /// <param name="part">0.5 for the median, 0.99 for what one in a hundred exceeds.</param>
    public static double Of(List<double> times, double part) => times.Order().ElementAt(Math.Min(times.Count - 1, (int)(times.Count * part)));
}
