using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;

namespace Storyprint.Storage.Integrity;

/// <summary>
/// Checks everything stored against what was sealed: each revision against its log entry, each story's row, lists and full text against its newest revision.
/// Changes nothing.
/// </summary>
public sealed class StoredDataCheck(Database database, PublisherName publisher)
{
    private const int Kept = 1_000;

    private readonly List<IntegrityFault> faults = [];

    /// <summary>The number of faults of each sort, including those not listed.</summary>
    public (long Sealed, long Derived) Count { get; private set; }

    /// <summary>The number of stories checked.</summary>
    public long Stories { get; private set; }

    /// <exception cref="InvalidDataException">The log or its keys cannot be read, so there is nothing to check against.</exception>
    public async Task<IReadOnlyList<IntegrityFault>> RunAsync(IProgress<StepProgress>? progress = null, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        if (await LogHead.ReadAsync(connection, cancellation) is not { } head)
        {
            return [];
        }

        var keys = await new KeyStore(database, publisher).ListAsync(cancellation);
        Add(await new LogTableCheck(connection).RunAsync(head, keys, read => progress?.Report(new StepProgress("entries of the log", read, head.Size)), cancellation));
        await using var search = await database.FullText.CompareAsync(connection, cancellation);
        var (story, lists) = (new StoryCheck(new RevisionCheck(publisher, keys), await StoryCheck.WithdrawnAsync(connection, cancellation)), new ListCheck(connection, database.FullText, search));
        var fingerprints = new FingerprintCheck(connection);
        var total = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", cancellation);
        for (long last = long.MinValue; await StoredStoryReader.AfterAsync(connection, last, cancellation) is { Count: > 0 } stories; last = stories[^1].Id)
        {
            foreach (var each in stories)
            {
                Add(story.Faults(each));
                lists.Need(each);
            }

            Add(await lists.TakeAsync(stories, cancellation));
            fingerprints.Take(stories);
            Stories += stories.Count;
            progress?.Report(new StepProgress("stories against the log", Stories, total));
        }

        Add(await lists.FinishAsync(cancellation));
        Add(await fingerprints.FinishAsync(cancellation));
        return faults;
    }

    private void Add(IEnumerable<IntegrityFault> found)
    {
        foreach (var fault in found)
        {
            Count = fault.IsDerived ? (Count.Sealed, Count.Derived + 1) : (Count.Sealed + 1, Count.Derived);
            if (faults.Count < Kept)
            {
                faults.Add(fault);
            }
        }
    }
}
