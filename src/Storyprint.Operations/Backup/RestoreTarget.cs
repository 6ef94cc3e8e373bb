using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Backup;

/// <summary>
/// Where database and pictures of a restored publication are. They go into its folder, or where the command says: what a backup's settings name
/// besides may still stand, and then belongs to the publication that goes on there.
/// </summary>
public sealed record RestoreTarget
{
    public const string FileSetting = DatabaseSetting.Sqlite + DatabaseSetting.FileName;

    /// <summary>The database, as a setting names it.</summary>
    public required string Setting { get; init; }

    public required Database Database { get; init; }

    private bool IsNamed { get; init; }

    /// <summary>The database elsewhere that the backup's settings named; null where they named none.</summary>
    public string? FormerDatabase { get; init; }

    /// <summary>The folder or bucket elsewhere with pictures that they named; null where they named none.</summary>
    public string? FormerMedia { get; init; }

    public bool IsFile => Database is SqliteDatabase;

    /// <summary>Whether a program that is started for the folder now uses this database: the environment may name another.</summary>
    public bool IsUsed(string folder) => Installation.NamedDatabase is not { } named || named == Setting
        || (IsFile && DatabaseSetting.FileOf(named, folder) == DatabaseSetting.FileOf(Setting, folder));

    /// <param name="settings">The backup's.</param>
    /// <param name="folder">Into which it is restored.</param>
    /// <param name="to">The database it shall go into; null for one in the folder.</param>
    /// <exception cref="InvalidOperationException"><paramref name="to"/> cannot be read; the message says why.</exception>
    public static RestoreTarget Create(Publication settings, string folder, string? to)
    {
        var former = Elsewhere(settings.Database, folder);
        var own = string.IsNullOrWhiteSpace(settings.Database) ? FileSetting : settings.Database;
        var setting = to ?? (former is null ? own : FileSetting);
        return new RestoreTarget
        {
            Setting = setting,
            Database = DatabaseSetting.Open(setting, folder),
            IsNamed = setting == own,
            FormerDatabase = former,
            FormerMedia = IsFolder(settings.Media, folder) ? null : settings.Media,
        };
    }

    /// <summary>What the settings must say instead of what they say.</summary>
    public IEnumerable<(string Name, string? Value)> Changes()
    {
        // What the environment names anyway is left out of the file, for it may hold a password.
        if (!IsNamed)
        {
            yield return ("database", Setting == Installation.NamedDatabase ? null : Setting);
        }

        if (FormerMedia is not null)
        {
            yield return ("media", null);
        }
    }

    // The name of a database that is no file in the folder; null for one that is.
    private static string? Elsewhere(string setting, string folder)
    {
        if (DatabaseSetting.FileOf(setting, folder) is { } file)
        {
            return file.StartsWith(Path.GetFullPath(folder) + Path.DirectorySeparatorChar, StringComparison.Ordinal) ? null : file;
        }

        try
        {
            using var server = (PostgresDatabase)DatabaseSetting.Open(setting, folder);
            return server.Place;
        }
        catch (InvalidOperationException)
        {
            // Of a newer version of the program, perhaps. It is not used, so it need not be understood.
            return "a database that this version does not understand";
        }
    }

    private static bool IsFolder(string? media, string folder) =>
        string.IsNullOrWhiteSpace(media) || Path.GetFullPath(media, Path.GetFullPath(folder)) == Path.GetFullPath(Path.Combine(folder, MediaSetting.FolderName));
}
