using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Changes;

/// <summary>
/// How often stored stories were changed without an entry in the log: links led to stories that came in later or lost a withdrawn story's words, derived data rebuilt. Nothing that was sealed changes so, but pages
/// do, and a cache that only remembers the log's size would not notice.
/// </summary>
internal static class RewriteCounter
{
    /// <summary>Its value, for a query; null where nothing was ever changed so.</summary>
    public const string Value = "(SELECT last_value FROM id_allocator WHERE name = 'rewrites')";

    /// <summary>Counts a change. To be called inside its transaction, so that whoever sees the change sees the count.</summary>
    public static async Task AddAsync(Database database, DbTransaction transaction, CancellationToken cancellation)
    {
        await AddToReleaseAsync(transaction, cancellation);
        await database.AnnounceAsync(transaction, cancellation);
    }

    /// <summary>Counts a change to other stories that goes with a release, which announces itself.</summary>
    public static Task AddToReleaseAsync(DbTransaction transaction, CancellationToken cancellation) => PreparedStatement.Prepare(transaction,
        "INSERT INTO id_allocator (name, last_value) VALUES ('rewrites', 1) ON CONFLICT (name) DO UPDATE SET last_value = id_allocator.last_value + 1").RunAsync(cancellation);
}
