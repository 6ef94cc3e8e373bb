using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Matching;

/// <summary>Finds the stories that a piece of text may be from, by the fingerprints of every revision that readers may see. What one question costs is bounded.</summary>
public sealed class FingerprintIndex(Database database)
{
    /// <summary>So many fingerprints of a text are looked for; of a longer one, as many from everywhere in it.</summary>
    internal const int MaxFingerprints = 600;

    /// <summary>A fingerprint of more stories is a stock phrase and says nothing.</summary>
    internal const int MaxStories = 200;

    private const int MaxFound = 20;

    /// <summary>The stories that share the most with a text, those with rare fingerprints first.</summary>
    /// <param name="fingerprints">In the order of the text.</param>
    public async Task<IReadOnlyList<StoryCode>> FindAsync(IReadOnlyList<ulong> fingerprints, CancellationToken cancellation = default)
    {
        var step = Math.Max(1.0, fingerprints.Count / (double)MaxFingerprints);
        long[] hashes = [.. Enumerable.Range(0, (int)(fingerprints.Count / step)).Select(at => Posting.HashOf(fingerprints[(int)(at * step)])).Distinct().Order()];
        if (hashes.Length == 0)
        {
            return [];
        }

        await using var connection = await database.OpenAsync(cancellation);
        var stories = hashes.ToDictionary(hash => hash, _ => new HashSet<long>());
        foreach (var run in await FingerprintRuns.ListAsync(connection, cancellation))
        {
            foreach (var posting in (await FingerprintRuns.BlocksAsync(connection, run, hashes, cancellation)).SelectMany(block => block.Postings))
            {
                if (stories.TryGetValue(posting.Hash, out var known) && known.Count <= MaxStories)
                {
                    known.Add(posting.StoryId);
                }
            }
        }

        long[] best = [.. stories.Values.Where(known => known.Count <= MaxStories).SelectMany(known => known.Select(story => (Story: story, Score: 1 / Math.Sqrt(known.Count))))
            .GroupBy(each => each.Story).OrderByDescending(story => story.Sum(each => each.Score)).ThenByDescending(story => story.Key).Take(MaxFound).Select(story => story.Key)];
        if (best.Length == 0)
        {
            return [];
        }

        var codes = (await connection.QueryAsync(
            $"SELECT s.id, s.code FROM story s WHERE {ReaderVisibility.VisibleToReaders} AND s.id IN ({string.Join(", ", best.Select((_, at) => $"@s{at}"))})",
            row => (Id: row.GetInt64(0), Code: StoryCode.FromDigits(row.GetString(1))), cancellation, [.. best.Select((id, at) => ($"@s{at}", (object?)id))])).ToDictionary(row => row.Id, row => row.Code);
        return [.. best.Where(codes.ContainsKey).Select(id => codes[id])];
    }
}
