namespace Storyprint.Storage.Schema;

/// <summary>A counter: <c>story</c> is the last story number given out, <c>fingerprints</c> the last story that was fingerprinted after its release.</summary>
public sealed class IdAllocatorRow
{
    public required string Name { get; set; }

    public long LastValue { get; set; }
}
