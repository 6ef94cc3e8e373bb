namespace Storyprint.Storage.Schema;

/// <summary>An address a story had before; it redirects for ever.</summary>
public sealed class LegacyUrlRow
{
    /// <summary>Path and query, percent-decoded, as <see cref="Storyprint.Storage.Stories.LegacyUrl"/> writes them.</summary>
    public required string Path { get; set; }

    public long StoryId { get; set; }
}
