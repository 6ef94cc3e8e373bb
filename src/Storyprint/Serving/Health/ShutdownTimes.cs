using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Storyprint.Serving.Health;

/// <summary>How long a node takes to stop: first the drain, then the requests that are still being answered.</summary>
internal sealed record ShutdownTimes
{
    /// <summary>Seconds; whoever needs a longer drain stops the load balancer first.</summary>
    public const int MaxDrain = 600;

    /// <summary>How long the node goes on serving while it says that it is not ready: as long as a load balancer needs to notice.</summary>
    public TimeSpan Drain { get; init; } = TimeSpan.Zero;

    /// <summary>How long requests that are being answered may take after the drain before they are cut off.</summary>
    public TimeSpan RequestTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>What the host is given for all of it.</summary>
    public TimeSpan Total => Drain + RequestTimeout;

    /// <summary>When a process that was told to stop is ended, whatever its settings are.</summary>
    public static TimeSpan ProcessTimeout { get; } = TimeSpan.FromSeconds(MaxDrain + 60);

    /// <param name="seconds">A number of seconds, at most <see cref="MaxDrain"/>.</param>
    public static bool TryParseDrain(string seconds, [NotNullWhen(true)] out ShutdownTimes? times)
    {
        times = int.TryParse(seconds, NumberStyles.None, CultureInfo.InvariantCulture, out var drain) && drain <= MaxDrain
            ? new ShutdownTimes { Drain = TimeSpan.FromSeconds(drain) }
            : null;
        return times is not null;
    }
}
