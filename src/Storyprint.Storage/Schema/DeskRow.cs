namespace Storyprint.Storage.Schema;

/// <summary>A desk of the newsroom.</summary>
public sealed class DeskRow
{
    public required string Slug { get; set; }

    public required string Name { get; set; }

    /// <summary>Its place in lists.</summary>
    public int Ordinal { get; set; }
}
