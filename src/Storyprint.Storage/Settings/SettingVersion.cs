using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Settings;

/// <summary>A change of a setting, as the history shows it.</summary>
public sealed record SettingVersion
{
    public required long Id { get; init; }

    public required SettingKey Key { get; init; }

    /// <summary>JSON.</summary>
    public required string Value { get; init; }

    /// <summary>The value before; null for the first.</summary>
    public required string? Before { get; init; }

    public required DateTimeOffset ChangedAt { get; init; }

    public required string ChangedBy { get; init; }

    public required ReleaseMeans ChangedVia { get; init; }

    public required string? Reason { get; init; }

    /// <summary>The version whose value it brought back, or null.</summary>
    public required long? RevertsTo { get; init; }
}
