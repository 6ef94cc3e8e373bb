using System.Buffers.Binary;
using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Imports;

/// <summary>One run of an import over many batches: its rules, and the stories that it has met.</summary>
public sealed class ImportSession(ImportRules? rules = null)
{
    private readonly Dictionary<string, bool> places = new(StringComparer.Ordinal);
    private Dictionary<long, long>? digests;

    public ImportRules Rules { get; } = rules ?? new ImportRules();

    /// <summary>The stories that items of this run were, so that two items never become one story.</summary>
    internal HashSet<long> Met { get; } = [];

    /// <summary>The story that came in with this digest, or null.</summary>
    internal async Task<long?> FindByDigestAsync(DbConnection connection, byte[] digest, CancellationToken cancellation)
    {
        // Eight of its bytes: whoever asks compares the whole digest.
        digests ??= (await connection.QueryAsync("SELECT id, source_digest FROM story WHERE source_digest IS NOT NULL", row => (Id: row.GetInt64(0), Digest: Key((byte[])row.GetValue(1))), cancellation))
            .GroupBy(story => story.Digest).ToDictionary(same => same.Key, same => same.First().Id);
        return digests.TryGetValue(Key(digest), out var id) ? id : null;
    }

    /// <summary>Whether stories of a format that came in before this run are known by their places only: in a new publication there are none to look for.</summary>
    internal async Task<bool> HasPlacesAsync(DbConnection connection, string format, CancellationToken cancellation)
    {
        if (!places.TryGetValue(format, out var has))
        {
            places[format] = has = await connection.ScalarAsync<object>("SELECT id FROM story WHERE source_id LIKE @pattern LIMIT 1", cancellation, ("@pattern", $"{format}:%")) is not null
                || await connection.ScalarAsync<object>("SELECT id FROM story WHERE source_id LIKE @pattern LIMIT 1", cancellation, ("@pattern", Stories.WithdrawnSource.Pattern)) is not null;
        }

        return has;
    }

    internal void Add(long id, byte[] digest)
    {
        Met.Add(id);
        digests?.TryAdd(Key(digest), id);
    }

    private static long Key(byte[] digest) => BinaryPrimitives.ReadInt64LittleEndian(digest);
}
