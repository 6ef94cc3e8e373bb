using Microsoft.Data.Sqlite;

namespace Storyprint.Storage.Engine;

/// <summary>Opens a database in a read-only folder, where SQLite cannot create the files beside it that write-ahead mode needs.</summary>
internal static class ReadOnlyFile
{
    /// <summary>Whether the file can be read on its own. With a write-ahead log beside it, what stands in that log would be missing.</summary>
    public static async Task<bool> CanServeAsync(string path, CancellationToken cancellation)
    {
        var log = new FileInfo(path + "-wal");
        if (!File.Exists(path) || (log.Exists && log.Length > 0))
        {
            return false;
        }

        try
        {
            await using var connection = new SqliteConnection(Of(path));
            await connection.OpenAsync(cancellation);
            return await connection.ScalarAsync<long>("SELECT COUNT(*) FROM sqlite_master", cancellation) > 0;
        }
        catch (SqliteException)
        {
            // The read-only folder is not the cause then; the first fault names it.
            return false;
        }
    }

    /// <summary>Immutable: without locks and without files beside it (sqlite.org/uri.html).</summary>
    public static string Of(string path) => new SqliteConnectionStringBuilder
    {
        DataSource = $"file:{Uri.EscapeDataString(Path.GetFullPath(path)).Replace("%2F", "/", StringComparison.Ordinal)}?immutable=1",
        Mode = SqliteOpenMode.ReadOnly,
        Pooling = false,
        DefaultTimeout = 30,
    }.ToString();
}
