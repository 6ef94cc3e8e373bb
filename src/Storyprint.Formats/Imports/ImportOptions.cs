using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Imports;

/// <summary>What a reader of archives must know about the publication the archive goes into.</summary>
public sealed record ImportOptions
{
    public required Publication Publication { get; init; }

    /// <summary>The edition of items that do not say their language, or say one the publication has no edition for.</summary>
    public required Edition Edition { get; init; }

    /// <summary>Whether the item is to be released now, so that the date and the state it says do not matter.</summary>
    public bool IsForRelease { get; init; }
}
