using Storyprint.Storage.Engine;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Backup;

/// <summary>
/// Where the database and the pictures of a restored publication go: into its folder, or where the command says. Places named in the backup's settings are not
/// used: they may still belong to the running publication.
/// </summary>
public sealed record RestoreTarget
{
    public const string FileSetting = DatabaseSetting.Sqlite + DatabaseSetting.FileName;

    /// <summary>The database, as in a setting.</summary>
    public required string Setting { get; init; }

    public required Database Database { get; init; }

    private bool IsNamed { get; init; }

    /// <summary>The other database named in the backup's settings; null where they name none.</summary>
    public string? FormerDatabase { get; init; }

    /// <summary>The other folder or bucket named in them; null where they name none.</summary>
    public string? FormerMedia { get; init; }

    public bool IsFile => Database is SqliteDatabase;

    /// <summary>Whether a program started for the folder uses this database now: the environment may name another.</summary>
    public bool IsUsed(string folder) => Installation.NamedDatabase is not { } named || named == Setting
        || (IsFile && DatabaseSetting.FileOf(named, folder) == DatabaseSetting.FileOf(Setting, folder));

    /// <param name="settings">The backup's settings.</param>
    /// <param name="folder">The folder it is restored into.</param>
    /// <param name="to">The target database; null for one in the folder.</param>
    /// <exception cref="InvalidOperationException"><paramref name="to"/> is invalid; the message says why.</exception>
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

    /// <summary>The settings to change.</summary>
    public IEnumerable<(string Name, string? Value)> Changes()
    {
        // What the environment names is left out of the file: it may contain a password.
        if (!IsNamed)
        {
            yield return ("database", Setting == Installation.NamedDatabase ? null : Setting);
        }

        if (FormerMedia is not null)
        {
            yield return ("media", null);
        }
    }

    // The name of a database on a server; null for a file in the folder.
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
            // Perhaps of a newer version of the program. It is not used, so it need not be parsed.
            return "a database that this version does not understand";
        }
    }

    private static bool IsFolder(string? media, string folder) =>
        string.IsNullOrWhiteSpace(media) || Path.GetFullPath(media, Path.GetFullPath(folder)) == Path.GetFullPath(Path.Combine(folder, MediaSetting.FolderName));
}
