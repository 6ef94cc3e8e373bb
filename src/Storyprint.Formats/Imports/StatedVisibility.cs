namespace Storyprint.Formats.Imports;

/// <summary>What an item says about being public, in its own words.</summary>
internal sealed record StatedVisibility
{
    /// <summary>Its words of state, in the spelling that is known (lower case): "publish", "draft", "private".</summary>
    public IReadOnlyList<string> States { get; init; } = [];

    /// <summary>When it was published, or is to be.</summary>
    public DateTimeOffset? PublishedAt { get; init; }

    /// <summary>When it was to be taken down.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>What else speaks against publication, a clause each that begins with a capital and has no full stop: "It was behind a password".</summary>
    public IReadOnlyList<string> Against { get; init; } = [];
}
