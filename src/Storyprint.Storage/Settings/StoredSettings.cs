using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Settings;

/// <summary>The settings in force at one moment.</summary>
/// <param name="Position">The newest version of any setting; 0 while the database has none.</param>
public sealed record StoredSettings(long Position, IReadOnlyDictionary<SettingKey, StoredSetting> All)
{
    public static StoredSettings None { get; } = new(0, new Dictionary<SettingKey, StoredSetting>());

    /// <summary>The values, for <see cref="PublicationSettings.Join"/>.</summary>
    public IReadOnlyDictionary<SettingKey, string> Values => All.ToDictionary(setting => setting.Key, setting => setting.Value.Value);

    /// <summary>The settings whose values differ in two moments.</summary>
    public static IReadOnlyList<SettingKey> Changed(StoredSettings before, StoredSettings after) =>
        [.. before.All.Keys.Union(after.All.Keys).Where(key => before.All.GetValueOrDefault(key)?.Value != after.All.GetValueOrDefault(key)?.Value)];
}

/// <param name="Value">JSON.</param>
/// <param name="Version">The position of the change that set it.</param>
public sealed record StoredSetting(string Value, long Version);
