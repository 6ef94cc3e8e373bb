using System.Data.Common;
using System.Globalization;
using Npgsql;

namespace Storyprint.Storage.Engine;

/// <summary>
/// Takes the words of erased rows out of the server's data files. A vacuum makes their room free but leaves the bytes in it, in tables and indexes, and samples of
/// the columns stay in the planner's statistics. So tables are rewritten where that is quick. It cannot reach the server's write-ahead log, its archive, replicas
/// and backups: docs/administrators.md says what to do about those.
/// </summary>
internal sealed class PostgresErasure(DbConnection connection)
{
    /// <summary>Tables with their indexes up to this size are rewritten: readers wait meanwhile, about a second. Above it an administrator chooses the hour.</summary>
    public const long MaxRewrittenSize = 64L << 20;

    // All with words of a story, or made of them.
    private static readonly string[] Tables =
    [
        "story", "revision", "draft", "draft_text", "draft_edit", "search", "term", "legacy_url", "story_topic", "story_byline", "story_note", "legacy_target", "story_comment", "picture", "library_picture", "fingerprint_block",
        "draft_comment", "filed_copy", "notice", "outgoing_mail",
    ];

    /// <returns>The tables in whose free room words may still stand: too large, or in use.</returns>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellation)
    {
        // Whatever follows is refused or interrupted, the rows are gone and their room is free.
        await VacuumAsync("(ANALYZE) " + string.Join(", ", Tables), cancellation);
        List<string> left = [];
        try
        {
            // Everybody who asks after us waits as long as we do: rather not now, and the nightly sweep tries again.
            await connection.ExecuteAsync("SET lock_timeout = '2s'", cancellation);

            // New statistics were made above; the ones before stand beside them.
            foreach (var table in Tables.Append("pg_statistic"))
            {
                if (await SizeAsync(table, cancellation) > MaxRewrittenSize || !await RewriteAsync(table, cancellation))
                {
                    left.Add(table);
                }
            }
        }
        finally
        {
            await connection.ExecuteAsync("RESET lock_timeout", CancellationToken.None);
        }

        return left;
    }

    private async Task<long> SizeAsync(string table, CancellationToken cancellation) =>
        await connection.ScalarAsync<long>(string.Create(CultureInfo.InvariantCulture, $"SELECT pg_total_relation_size('{table}')"), cancellation);

    // A server skips what is not the role's own with a warning, so the file tells.
    private async Task<bool> RewriteAsync(string table, CancellationToken cancellation)
    {
        try
        {
            var before = await FileAsync(table, cancellation);
            await VacuumAsync($"(FULL) {table}", cancellation);
            return await FileAsync(table, cancellation) != before;
        }
        catch (PostgresException busy) when (busy.SqlState == PostgresErrorCodes.LockNotAvailable)
        {
            // A backup or a long query reads it. The words are in no row; the caller says where their bytes may stand.
            return false;
        }
    }

    private async Task<long> FileAsync(string table, CancellationToken cancellation) =>
        await connection.ScalarAsync<long>($"SELECT pg_relation_filenode('{table}')::bigint", cancellation);

    private async Task VacuumAsync(string what, CancellationToken cancellation)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"VACUUM {what}";
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
