using System.Collections.Concurrent;

namespace Storyprint.Operations.Archive;

/// <summary>The counters of a run, updated by several threads.</summary>
public sealed class ArchiveTotals
{
    private readonly ConcurrentDictionary<string, byte> leftOut = new();
    private long kept;
    private long written;
    private long deleted;
    private long pages;
    private long answers;

    /// <summary>Files that were up to date already.</summary>
    public long Kept => Interlocked.Read(ref kept);

    public long Written => Interlocked.Read(ref written);

    public long Deleted => Interlocked.Read(ref deleted);

    public long Files => Kept + Written;

    /// <summary>Pages that were rendered.</summary>
    public long Pages => Interlocked.Read(ref pages);

    /// <summary>Addresses that were requested, pages among them.</summary>
    public long Answers => Interlocked.Read(ref answers);

    /// <summary>The paths of the written files, where the caller wants them.</summary>
    public ConcurrentBag<string>? WrittenPaths { get; init; }

    /// <summary>Addresses that cannot be files on every system.</summary>
    public IReadOnlyCollection<string> LeftOut => [.. leftOut.Keys.Order(StringComparer.Ordinal)];

    public void AddKept(int count) => Interlocked.Add(ref kept, count);

    public void AddWritten(string path)
    {
        Interlocked.Increment(ref written);
        WrittenPaths?.Add(path);
    }

    public void AddDeleted() => Interlocked.Increment(ref deleted);

    public void AddAnswer(bool isPage)
    {
        Interlocked.Increment(ref answers);
        if (isPage)
        {
            Interlocked.Increment(ref pages);
        }
    }

    public void LeaveOut(string target) => leftOut.TryAdd(target, 0);
}
