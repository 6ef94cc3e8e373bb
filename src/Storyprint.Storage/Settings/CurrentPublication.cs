using System.Text.Json;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Storage.Settings;

/// <summary>
/// The publication as its settings are now. A change replaces it whole; a request that has begun keeps the one it began with, so that no page is made of two.
/// </summary>
public sealed class CurrentPublication
{
    private readonly Publication file;
    private readonly AsyncLocal<Publication?> pinned = new();
    private volatile Publication newest;

    /// <param name="file">The publication as the installation's file has it: the database and the media folder are the machine's.</param>
    public CurrentPublication(Publication file) => newest = this.file = file;

    /// <summary>The publication of the request that asks, or the newest.</summary>
    public Publication Value => pinned.Value ?? newest;

    /// <summary>The publication that requests begin with from now on.</summary>
    public Publication Newest => newest;

    /// <summary>The settings it was made of; none before they were read.</summary>
    public StoredSettings Settings { get; private set; } = StoredSettings.None;

    /// <summary>From here on, in this method and everything it calls, <see cref="Value"/> stays the same.</summary>
    public void Pin() => pinned.Value = newest;

    /// <summary>Reads the settings where they changed. One call at a time.</summary>
    /// <returns>The settings that have another value than before.</returns>
    /// <exception cref="InvalidDataException">The stored settings make no publication; the one before stays in force.</exception>
    public async Task<IReadOnlyList<SettingKey>> RefreshAsync(SettingsStore store, CancellationToken cancellation = default)
    {
        if (Settings.Position > 0 && await store.PositionAsync(cancellation) == Settings.Position)
        {
            return [];
        }

        var (before, read) = (Settings, await store.CurrentAsync(cancellation));
        if (read.Position == before.Position)
        {
            // Nothing has filled this database yet: those of the file are in force.
            return [];
        }

        newest = Join(read);
        Settings = read;
        return StoredSettings.Changed(before, read);
    }

    private Publication Join(StoredSettings settings)
    {
        try
        {
            return OnThisMachine(PublicationSettings.Join(settings.Values));
        }
        catch (JsonException wrong)
        {
            throw new InvalidDataException($"The settings in the database cannot be used: {wrong.Message}", wrong);
        }
    }

    private Publication OnThisMachine(Publication publication) => publication with { Database = file.Database, Media = file.Media, IsDemo = file.IsDemo };
}
