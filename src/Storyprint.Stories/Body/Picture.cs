using System.Text.Json.Serialization;

namespace Storyprint.Stories.Body;

/// <summary>
/// A picture with its texts. It is identified by the hash of its original; one whose file is missing (an import without media) has only its <see
/// cref="Address"/>.
/// </summary>
public sealed record Picture : Block
{
    /// <summary>SHA-256 of the original's bytes in lower-case hex, or null where the file is absent.</summary>
    public string? Hash { get; init; }

    /// <summary>Pixels of the upright original; 0 where the file is absent.</summary>
    public int Width { get; init; }

    /// <inheritdoc cref="Width"/>
    public int Height { get; init; }

    /// <summary>The picture's address before it was imported.</summary>
    public string? Address { get; init; }

    public string Alt { get; init; } = string.Empty;

    public RichText Caption { get; init; } = RichText.Empty;

    public string Credit { get; init; } = string.Empty;

    /// <summary>The point that crops keep visible, as fractions of width and height from the top left.</summary>
    public FocalPoint Focus { get; init; } = FocalPoint.Centre;

    /// <summary>How it was made; null where nothing was said.</summary>
    public DigitalSourceType? Made { get; init; }

    /// <summary>Of an import, until the story is whole: where the picture stood in a gallery of its archive.</summary>
    [JsonIgnore]
    public GalleryPlace Gallery { get; init; }

    [JsonIgnore]
    public bool IsStored => Hash is not null;
}

/// <summary>Where in a gallery of an archive a picture stood.</summary>
[Flags]
public enum GalleryPlace
{
    None = 0,
    Inside = 1,
    First = 2,

    /// <summary>Its last picture, behind which the gallery's caption stands as a paragraph.</summary>
    BeforeCaption = 4,
}

/// <summary>A point in a picture, as fractions (0 to 1) of its width and height from the top left.</summary>
public readonly record struct FocalPoint(double X, double Y)
{
    public static FocalPoint Centre { get; } = new(0.5, 0.5);

    /// <summary>The point with both fractions clamped to 0 to 1; NaN becomes the centre.</summary>
    public static FocalPoint Within(double x, double y) =>
        new(double.IsNaN(x) ? 0.5 : Math.Clamp(x, 0, 1), double.IsNaN(y) ? 0.5 : Math.Clamp(y, 0, 1));
}
