namespace Storyprint.Storage.Schema;

/// <summary>What the newsroom knows of a picture beyond its file. A picture that nobody described, and whose file was not read yet, has no row.</summary>
public sealed class LibraryPictureRow
{
    /// <summary>That of the <see cref="PictureRow"/>.</summary>
    public required string Hash { get; set; }

    public required string Title { get; set; }

    public required string Caption { get; set; }

    public required string Alt { get; set; }

    public required string Credit { get; set; }

    /// <summary>One a line.</summary>
    public required string People { get; set; }

    /// <inheritdoc cref="People"/>
    public required string Places { get; set; }

    /// <inheritdoc cref="People"/>
    public required string Keywords { get; set; }

    public required string Copyright { get; set; }

    /// <summary>What whoever holds the rights allows.</summary>
    public required string Terms { get; set; }

    /// <summary>When it was taken, by the camera's clock: <c>2026-03-28</c> or <c>2026-03-28T14:05</c>; empty where that is not known.</summary>
    public required string Taken { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Body.DigitalSourceType"/> as its code; null where nothing was said.</summary>
    public string? Made { get; set; }

    /// <summary>The point that crops keep visible, as fractions from the top left.</summary>
    public double FocusX { get; set; }

    public double FocusY { get; set; }

    /// <summary>The instant from which it may not be used any more, UTC milliseconds since 1970; null where there is none.</summary>
    public long? RightsEnd { get; set; }

    /// <summary>Whether nothing is released with it from then on.</summary>
    public bool RightsStop { get; set; }

    /// <summary>A <see cref="Storyprint.Storage.Library.PictureLook"/>; null where it could not be decoded.</summary>
    public long? Look { get; set; }

    /// <summary>All words, folded, for search.</summary>
    public required string Words { get; set; }

    /// <summary>The story that words were taken from, with whose withdrawal they go; null where there is none.</summary>
    public long? FromStory { get; set; }

    /// <summary>Whether a published story was asked for words, or needs not be.</summary>
    public bool IsDescribed { get; set; }

    /// <summary>The person who brought it; null where an import did, or nobody knows.</summary>
    public string? AddedBy { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long ChangedAt { get; set; }
}
