using System.Buffers.Binary;
using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Imports;

/// <summary>One run of an import over many batches: its rules, and the stories that it has met.</summary>
public sealed class ImportSession(ImportRules? rules = null, bool isDryRun = false)
{
    private readonly Dictionary<string, bool> places = new(StringComparer.Ordinal);
    private Dictionary<long, long>? digests;

    private readonly Dictionary<string, StoryCode> codes = new(StringComparer.Ordinal);
    private readonly Dictionary<string, StandingStory> tried = new(StringComparer.Ordinal);

    /// <summary>Whether batches are taken back after everything was decided and written as in a real run.</summary>
    public bool IsDryRun { get; } = isDryRun;

    public ImportRules Rules { get; } = rules ?? new ImportRules();

    /// <summary>The stories that items of this run were, so that two items never become one story.</summary>
    internal HashSet<long> Met { get; } = [];

    /// <summary>Those of them that were there before, beyond doubt.</summary>
    internal HashSet<long> Known { get; } = [];

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
        Known.Add(id);
        digests?.TryAdd(Key(digest), id);
    }

    /// <summary>Stories with links to items that were not here when they came in.</summary>
    internal Dictionary<long, ArchiveIdentity> OpenLinks { get; } = [];

    /// <summary>The story of the item at a place, as far as this run met it.</summary>
    internal StoryCode? CodeAt(string place) => codes.TryGetValue(place, out var code) ? code : null;

    /// <summary>Keeps where an item stands, for links to its file. Items of exports have addresses instead.</summary>
    internal void Meet(ArchiveIdentity? identity, StoryCode code)
    {
        if (identity is { Format: not "wxr", Place.Length: > 0 })
        {
            codes[$"{identity.Format}:{identity.Place}"] = code;
        }
    }

    /// <summary>The stored identity of what stands at a path of the same archive.</summary>
    /// <param name="path">From the archive's folder, beginning with a slash.</param>
    internal static string PlaceOf(ArchiveIdentity from, string path) =>
        $"{from.Format}:{(from.Place.IndexOf('/', StringComparison.Ordinal) is >= 0 and var end ? from.Place[..end] : from.Place)}{path}";

    /// <summary>In a dry run, the new story of an earlier batch that had this identity; the batch itself was taken back.</summary>
    internal StandingStory? Tried(string source) => tried.GetValueOrDefault(source);

    /// <summary>Keeps a new story of a dry run. Its id was taken back too, so it has one that no stored story has.</summary>
    internal void Try(StandingStory story)
    {
        if (IsDryRun)
        {
            var kept = story with { Id = -1 - tried.Count };
            tried[story.Source] = kept;
            Met.Add(kept.Id);
        }
    }

    private static long Key(byte[] digest) => BinaryPrimitives.ReadInt64LittleEndian(digest);
}
