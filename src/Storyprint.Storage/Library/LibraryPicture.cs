namespace Storyprint.Storage.Library;

/// <summary>A picture of the library.</summary>
public sealed record LibraryPicture
{
    /// <summary>SHA-256 of the original's bytes, lower-case hex.</summary>
    public required string Hash { get; init; }

    public required string MediaType { get; init; }

    /// <summary>Pixels of the upright picture.</summary>
    public required int Width { get; init; }

    public required int Height { get; init; }

    /// <summary>Bytes of the original.</summary>
    public required long Size { get; init; }

    public required DateTimeOffset AddedAt { get; init; }

    /// <summary>The name of the person who brought it; null where an import did, or nobody knows.</summary>
    public required string? AddedBy { get; init; }

    public required PictureWords Words { get; init; }

    /// <summary>From how many uses on they are not counted further: an archive may show one picture in every story.</summary>
    public const int ManyUses = 100;

    /// <summary>The published stories that hold it in any revision; at most <see cref="ManyUses"/>.</summary>
    public required int Uses { get; init; }

    /// <summary>When its words were written last; null where they never were.</summary>
    public required DateTimeOffset? ChangedAt { get; init; }

    /// <summary>How its rights stand at an instant.</summary>
    public RightsState RightsAt(DateTimeOffset instant) => RightsStates.Of(Words.RightsEnd, instant);

    /// <summary>How a block of a draft names it.</summary>
    public string File => $"{Hash} {Width}x{Height}";
}

/// <summary>How the rights in a picture stand.</summary>
public enum RightsState
{
    /// <summary>No end is known, or it is far.</summary>
    Free,

    /// <summary>They end within thirty days.</summary>
    Ending,

    Ended,
}

/// <summary>How near the end of rights is.</summary>
public static class RightsStates
{
    /// <summary>How long before their end it is told.</summary>
    public static TimeSpan Warning { get; } = TimeSpan.FromDays(30);

    public static RightsState Of(DateTimeOffset? end, DateTimeOffset at) =>
        end is null || end > at + Warning ? RightsState.Free : end > at ? RightsState.Ending : RightsState.Ended;
}
