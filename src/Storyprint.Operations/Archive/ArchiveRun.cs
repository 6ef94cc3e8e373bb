using System.Collections.Concurrent;
using System.Globalization;
using Storyprint.Operations.Sites;
using Storyprint.Storage.Changes;

namespace Storyprint.Operations.Archive;

/// <summary>Updates the files of a folder to a plan, several parts in parallel, and leaves unchanged parts alone.</summary>
internal sealed class ArchiveRun(InProcessSite site, ArchiveFolder folder, string origin, ArchiveTotals totals, IProgress<ArchiveProgress>? progress)
{
    // The stamp of a part with unexpected responses: differs from that of any plan.
    private const string Incomplete = "incomplete";

    private readonly ConcurrentDictionary<string, string> problems = new();
    private long done;

    /// <summary>Addresses with unexpected responses, and these responses.</summary>
    public IReadOnlyDictionary<string, string> Problems => problems;

    public async Task RunAsync(IReadOnlyList<ArchivePart> plan, CancellationToken cancellation)
    {
        var options = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = cancellation };

        // The log's tail is written last and alone: its checkpoint covers everything written before.
        await Parallel.ForEachAsync(plan.SkipLast(1), options, (part, stop) => BringAsync(part, plan.Count, stop));
        await BringAsync(plan[^1], plan.Count, cancellation);
        Clear(plan);
    }

    // Deletes files that no part has any more: of withdrawn stories and of lists that ended.
    private void Clear(IReadOnlyList<ArchivePart> plan)
    {
        var planned = plan.Select(part => part.Name).Append(ArchiveReadMe.Part).ToHashSet(StringComparer.Ordinal);
        folder.Ledger.Forget([.. folder.Ledger.Parts.Keys.Where(name => !planned.Contains(name))]);
        foreach (var path in folder.Ledger.Leftovers())
        {
            if (folder.Delete(path))
            {
                totals.AddDeleted();
            }
        }
    }

    private async ValueTask BringAsync(ArchivePart part, int count, CancellationToken cancellation)
    {
        var known = folder.Ledger.Find(part.Name);
        if (part.ContentStamp is not null && known?.ContentStamp == part.ContentStamp && folder.Holds(known))
        {
            totals.AddKept(known.Files.Count);
        }
        else
        {
            await WriteAsync(part, known, cancellation);
        }

        progress?.Report(new ArchiveProgress(Interlocked.Increment(ref done), count, totals.Files));
    }

    private async Task WriteAsync(ArchivePart part, ArchivedPart? known, CancellationToken cancellation)
    {
        AmbientReadCache.Begin();
        var files = new List<(ArchivedFile File, ReadOnlyMemory<byte> Bytes)>();
        var isWhole = true;
        foreach (var address in part.Addresses)
        {
            var answer = await AskAsync(address, files, cancellation);
            isWhole &= answer != Answer.Wrong;
            for (var page = 2; address.IsSeries && answer == Answer.Kept; page++)
            {
                answer = await AskAsync(Page(address, page), files, cancellation);
                isWhole &= answer != Answer.Wrong;
            }
        }

        var before = known?.Files.ToDictionary(file => file.Path) ?? [];
        var changed = files.Where(each => !(before.GetValueOrDefault(each.File.Path) is { } old && old == each.File && folder.Holds(old))).ToList();
        totals.AddKept(files.Count - changed.Count);
        if (changed.Count > 0)
        {
            folder.Ledger.Announce(changed.Select(each => each.File.Path).Where(path => !before.ContainsKey(path)));
            foreach (var (file, bytes) in changed)
            {
                folder.Write(file.Path, bytes.Span);
                totals.AddWritten(file.Path);
            }
        }

        // An incomplete part is requested again by the next run; its old files stay until then.
        var stamp = isWhole ? part.ContentStamp : Incomplete;
        var standing = files.Select(each => each.File).Concat(isWhole ? [] : before.Values).DistinctBy(file => file.Path).ToList();
        if (changed.Count > 0 || known is null || known.ContentStamp != stamp || known.Files.Count != standing.Count)
        {
            folder.Ledger.Finish(part.Name, new ArchivedPart(stamp, standing));
        }
    }

    private async Task<Answer> AskAsync(ArchiveAddress address, List<(ArchivedFile File, ReadOnlyMemory<byte> Bytes)> files, CancellationToken cancellation)
    {
        var reply = await site.AskAsync(address.Target, cancellation);
        if (reply.Status != address.Status || (address.IsLegacyUrl && !reply.Location.StartsWith('/')))
        {
            return address.IsOptional && reply.Status < StatusCodes.Status500InternalServerError ? Answer.None : Report(address, reply);
        }

        var bytes = reply.IsRedirect ? RedirectPage.To(reply.Location, origin) : reply.Body;
        var stamp = ContentStamp.Compute(bytes.Span);
        var isPage = reply.IsPage || reply.IsRedirect;
        totals.AddAnswer(isPage);
        foreach (var target in address.Also.Prepend(address.KeptAs ?? address.Target).Distinct())
        {
            if (ArchivePath.From(target, isPage) is { } path)
            {
                files.Add((new ArchivedFile(path, bytes.Length, stamp), bytes));
            }
            else
            {
                totals.LeaveOut(target);
            }
        }

        return Answer.Kept;
    }

    private Answer Report(ArchiveAddress address, SiteReply reply)
    {
        problems[address.Target] = string.Create(CultureInfo.InvariantCulture, $"It answered {reply.Status}, not {address.Status}.");
        return Answer.Wrong;
    }

    private static ArchiveAddress Page(ArchiveAddress address, int page) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{address.Target}/{page}")) { IsOptional = true };

    private enum Answer
    {
        Kept,
        None,
        Wrong,
    }
}

/// <param name="Done">Parts.</param>
/// <param name="Count">Parts of the whole plan.</param>
/// <param name="Files">Files that exist.</param>
public sealed record ArchiveProgress(long Done, long Count, long Files);
