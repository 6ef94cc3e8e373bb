using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Moving;

/// <summary>What a move between databases needs beyond the shared SQL.</summary>
public abstract class BulkTransfer
{
    /// <summary>Part of the fault that a write to a moved database fails with.</summary>
    internal const string Mark = "storyprint-moved-away";

    internal const string Sentence = "This publication was moved to another database, and this is the old one. Nothing was released; stop this server, name the new database "
        + "(\"database\" in publication.json, or STORYPRINT_DATABASE), and start it again.";

    /// <summary>The tables that are closed to writers.</summary>
    private protected static IReadOnlyList<string> Closed { get; } = ["log_head", "story", "revision", "draft", "draft_text", "draft_edit", "draft_comment", "filed_copy", "picture", "library_picture", "id_allocator", "setting", "setting_version"];

    /// <summary>Makes every later write fail, of any process; reads go on. Part of the connection's open transaction.</summary>
    internal abstract Task CloseAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Undoes that.</summary>
    internal abstract Task OpenAsync(DbConnection connection, CancellationToken cancellation);

    internal abstract Task<bool> IsClosedAsync(DbConnection connection, CancellationToken cancellation);

    /// <summary>Adds rows to a table.</summary>
    internal virtual async Task AddAsync(
        DbTransaction transaction, string table, IReadOnlyList<string> columns, IReadOnlyList<object?[]> rows, CancellationToken cancellation)
    {
        string[] names = [.. columns.Select(column => $"@{column}")];
        var insert = PreparedStatement.Prepare(transaction, $"INSERT INTO {table} ({string.Join(", ", columns)}) VALUES ({string.Join(", ", names)})");
        foreach (var row in rows)
        {
            await insert.RunAsync(cancellation, [.. names.Zip(row)]);
        }
    }

    /// <summary>Updates the engine's statistics, so that it plans well from the first query on.</summary>
    internal virtual Task LearnAsync(DbConnection connection, CancellationToken cancellation) => Task.CompletedTask;
}
