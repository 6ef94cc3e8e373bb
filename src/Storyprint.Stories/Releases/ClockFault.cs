using System.Globalization;

namespace Storyprint.Stories.Releases;

/// <summary>Why a clock is certainly wrong, with what proves it.</summary>
/// <param name="At">What the clock said.</param>
/// <param name="Proof">The time that proves it wrong.</param>
public abstract record ClockFault(DateTimeOffset At, DateTimeOffset Proof)
{
    /// <summary>How far a clock may be ahead of another.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(2);

    /// <summary>Something has a later time already.</summary>
    public sealed record Behind(DateTimeOffset At, DateTimeOffset Proof) : ClockFault(At, Proof);

    /// <param name="Source">The other clock: <c>the database's server</c>.</param>
    public sealed record Ahead(DateTimeOffset At, DateTimeOffset Proof, string Source) : ClockFault(At, Proof);

    public string Sentence => $"It is {Moment(At)} by this machine's clock, but " + this switch
    {
        Ahead ahead => $"{Moment(Proof)} by the clock of {ahead.Source}.",
        _ => $"the newest entry of the log is of {Moment(Proof)}.",
    };

    private static string Moment(DateTimeOffset at) => at.UtcDateTime.ToString("d MMMM yyyy 'at' HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
