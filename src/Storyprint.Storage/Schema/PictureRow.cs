namespace Storyprint.Storage.Schema;

/// <summary>A picture, or another file that stories link to (a document, a sound); its original is in the media store under its hash.</summary>
public sealed class PictureRow
{
    /// <summary>SHA-256 of the original's bytes, lower-case hex.</summary>
    public required string Hash { get; set; }

    public required string MediaType { get; set; }

    /// <summary>Pixels of the upright picture; 0 for a file that is no picture.</summary>
    public int Width { get; set; }

    public int Height { get; set; }

    /// <summary>The name under which a file that is no picture is served; null for a picture, and once it is withdrawn.</summary>
    public string? FileName { get; set; }

    /// <summary>Bytes of the original.</summary>
    public long ByteSize { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long AddedAt { get; set; }

    /// <summary>When it was withdrawn, UTC milliseconds since 1970; or null.</summary>
    public long? WithdrawnAt { get; set; }
}

/// <summary>A picture used in any revision of a story.</summary>
public sealed class StoryPictureRow
{
    public required string PictureHash { get; set; }

    public long StoryId { get; set; }
}
