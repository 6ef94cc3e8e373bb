namespace Storyprint.Storage.Schema;

/// <summary>Which version of a setting is in force.</summary>
public sealed class SettingRow
{
    /// <summary>As <see cref="Storyprint.Stories.Editions.Settings.SettingKey"/> writes it.</summary>
    public required string Key { get; set; }

    public long VersionId { get; set; }
}
