namespace Storyprint.Storage.Releases;

/// <summary>Asks the witnesses what time it is by their clocks. Bounded, and never throws; null where none answers.</summary>
public delegate Task<DateTimeOffset?> WitnessClock(CancellationToken cancellation);
