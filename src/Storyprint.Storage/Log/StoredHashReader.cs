using System.Data.Common;
using System.Globalization;
using Storyprint.Provenance.Merkle;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Log;

/// <summary>Reads the stored hashes of the log through one connection.</summary>
internal sealed class StoredHashReader(DbConnection connection) : IHashReader
{
    private const int LevelShift = 48;

    /// <summary>The key of a hash: those of a level are contiguous, so a tile is one range.</summary>
    public static long Place(NodeId node) => ((long)node.Level << LevelShift) | node.Index;

    public async ValueTask<IReadOnlyList<Sha256Hash>> ReadAsync(IReadOnlyList<NodeId> nodes, CancellationToken cancellation)
    {
        if (nodes.Count == 0)
        {
            return [];
        }

        var places = nodes.Select(Place).ToList();
        var isRange = places.Index().All(place => place.Item == places[0] + place.Index);
        var rows = isRange
            ? await connection.QueryAsync(
                "SELECT node_id, hash FROM log_hash WHERE node_id BETWEEN @first AND @last", Read, cancellation, ("@first", places[0]), ("@last", places[^1]))
            : await connection.QueryAsync(
                $"SELECT node_id, hash FROM log_hash WHERE node_id IN ({string.Join(',', places.Select((_, at) => Name(at)))})", Read, cancellation,
                [.. places.Select((place, at) => (Name(at), (object?)place))]);
        var found = rows.ToDictionary(row => row.Place, row => row.Hash);
        return [.. places.Select(place => found.TryGetValue(place, out var hash)
            ? hash
            : throw new InvalidDataException($"The log's hash at level {place >> LevelShift}, index {place & ((1L << LevelShift) - 1)} is missing from the database."))];
    }

    private static (long Place, Sha256Hash Hash) Read(DbDataReader row) => (row.GetInt64(0), new Sha256Hash((byte[])row.GetValue(1)));

    private static string Name(int parameter) => string.Create(CultureInfo.InvariantCulture, $"@p{parameter}");
}
