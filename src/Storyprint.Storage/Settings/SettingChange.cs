using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Settings;

/// <summary>A value that a setting is to have.</summary>
/// <param name="Value">JSON; <c>null</c> for the default.</param>
public sealed record SettingChange(SettingKey Key, string Value)
{
    /// <summary>The position of the settings as whoever changes it saw them; null where any value may be replaced.</summary>
    public long? Seen { get; init; }

    /// <summary>The version whose value is brought back, or null.</summary>
    public long? RevertsTo { get; init; }
}
