namespace Storyprint.Storage.Engine;

/// <summary>Which database a publication's settings name.</summary>
public static class DatabaseSetting
{
    /// <summary>The file that a publication has in its folder when nothing else is named.</summary>
    public const string FileName = "storyprint.db";

    private const string Sqlite = "sqlite:";

    /// <summary>The database of a setting.</summary>
    /// <param name="setting">A connection string of PostgreSQL (<c>Host=…;Database=…</c>), its address (<c>postgres://…</c>), <c>sqlite:FILE</c>, or nothing.</param>
    /// <param name="folder">The publication's folder.</param>
    /// <exception cref="InvalidOperationException">It cannot be read; the message says why, without repeating it, for it may hold a password.</exception>
    public static Database Open(string? setting, string folder)
    {
        if (string.IsNullOrWhiteSpace(setting))
        {
            return new SqliteDatabase(Path.Combine(folder, FileName));
        }

        if (setting.StartsWith(Sqlite, StringComparison.Ordinal))
        {
            return new SqliteDatabase(Path.Combine(folder, setting[Sqlite.Length..]));
        }

        try
        {
            return new PostgresDatabase(PostgresAddress.Read(setting));
        }
        catch (ArgumentException)
        {
            throw new InvalidOperationException(
                $"the setting of the database is not like Host=db.example.org;Database=storyprint;Username=storyprint.");
        }
    }
}
