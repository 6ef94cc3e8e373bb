namespace Storyprint.Storage.Schema;

/// <summary>A counter: <c>story</c> is the last story number given out.</summary>
public sealed class IdAllocatorRow
{
    public required string Name { get; set; }

    public long LastValue { get; set; }
}
