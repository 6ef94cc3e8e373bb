using Microsoft.Data.Sqlite;

namespace Storyprint.Storage.Engine;

/// <summary>How a database is opened whose folder may only be read: the engine cannot put the files beside it that reading in write-ahead mode needs.</summary>
internal static class ReadOnlyFile
{
    /// <summary>Whether the file can be read as it stands. One with a write-ahead log beside it cannot: what stands in that would be missing.</summary>
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
            // Then it is not the folder that is the matter, and the first fault says what is.
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
