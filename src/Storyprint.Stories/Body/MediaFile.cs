using System.Text.Json.Serialization;

namespace Storyprint.Stories.Body;

/// <summary>A sound or a film that the reader's browser plays. One whose file is missing has only its <see cref="Address"/>.</summary>
public sealed record MediaFile : Block
{
    [JsonPropertyName("type")]
    public MediaKind Kind { get; init; }

    /// <summary>Null where the file is absent.</summary>
    public StoredFile? File { get; init; }

    /// <summary>The file's address before it was imported.</summary>
    public string? Address { get; init; }

    public string Title { get; init; } = string.Empty;

    public RichText Caption { get; init; } = RichText.Empty;

    public string Credit { get; init; } = string.Empty;

    /// <summary>What is said in it, or what is heard and seen; a line feed begins a new line.</summary>
    public RichText Transcript { get; init; } = RichText.Empty;

    /// <summary>How long it plays, in whole seconds; null where nobody measured it.</summary>
    public int? Seconds { get; init; }

    /// <summary>The picture that stands in a film's place until it plays.</summary>
    public Poster? Poster { get; init; }

    /// <summary>How it was made; null where nothing was said.</summary>
    public DigitalSourceType? Made { get; init; }
}

[JsonConverter(typeof(JsonStringEnumConverter<MediaKind>))]
public enum MediaKind
{
    Audio,
    Video,
}

/// <param name="Hash">SHA-256 of the original's bytes in lower-case hex.</param>
public sealed record Poster(string Hash, int Width, int Height);

/// <summary>A file to be saved or opened by itself. One whose file is missing has only its <see cref="Address"/>.</summary>
/// <param name="Address">The file's address before it was imported.</param>
public sealed record DocumentFile(StoredFile? File, string? Address, string Title) : Block;
