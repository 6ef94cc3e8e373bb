namespace Storyprint.Storage.Schema;

/// <summary>What was published: written once, never changed.</summary>
public sealed class RevisionRow
{
    public long StoryId { get; set; }

    public int Number { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Releases.ReleaseKind"/>.</summary>
    public int Kind { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long ReleasedAt { get; set; }

    public required string Slug { get; set; }

    /// <summary><see cref="Storyprint.Stories.StoryJson"/>.</summary>
    public required string Content { get; set; }

    /// <summary>SHA-256 of the canonical text.</summary>
    public required byte[] Digest { get; set; }

    /// <summary>16 random bytes that keep the logged commitment from being guessed.</summary>
    public required byte[] Salt { get; set; }
}
