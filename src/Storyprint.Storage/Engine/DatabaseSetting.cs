namespace Storyprint.Storage.Engine;

/// <summary>Opens the database that a publication's settings name.</summary>
public static class DatabaseSetting
{
    /// <summary>The default: a file in the publication's folder.</summary>
    public const string FileName = "storyprint.db";

    /// <summary>The prefix of a setting that names a file.</summary>
    public const string Sqlite = "sqlite:";

    /// <summary>The database of a setting.</summary>
    /// <param name="setting">A connection string of PostgreSQL (<c>Host=…;Database=…</c>), its address (<c>postgres://…</c>), <c>sqlite:FILE</c>, or nothing.</param>
    /// <param name="folder">The publication's folder.</param>
    /// <param name="listenAt">Where to listen for releases, in either form of PostgreSQL's; null where the setting itself will do.</param>
    /// <exception cref="InvalidOperationException">A setting is invalid; the message says why, without repeating it, since it may hold a password.</exception>
    public static Database Open(string? setting, string folder, string? listenAt = null)
    {
        if (FileOf(setting, folder) is { } file)
        {
            return new SqliteDatabase(file);
        }

        try
        {
            return new PostgresDatabase(PostgresConnectionString.Parse(setting!), listenAt is null ? null : PostgresConnectionString.Parse(listenAt));
        }
        catch (Exception fault) when (fault is ArgumentException or FormatException or InvalidCastException or OverflowException)
        {
            throw new InvalidOperationException(
                $"the setting of the database is not like Host=db.example.org;Database=storyprint;Username=storyprint.");
        }
    }

    /// <summary>The file that a setting names, or null where it names a server. Nothing is opened or created.</summary>
    /// <param name="folder">The publication's folder.</param>
    public static string? FileOf(string? setting, string folder) =>
        string.IsNullOrWhiteSpace(setting) ? Path.GetFullPath(FileName, Path.GetFullPath(folder))
        : setting.StartsWith(Sqlite, StringComparison.Ordinal) ? Path.GetFullPath(setting[Sqlite.Length..], Path.GetFullPath(folder))
        : null;
}
