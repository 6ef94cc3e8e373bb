namespace Storyprint.Storage.Releases;

/// <summary>Asks the witnesses for the time by their clocks. Takes bounded time and never throws; null where none answers.</summary>
public delegate Task<DateTimeOffset?> WitnessClock(CancellationToken cancellation);
