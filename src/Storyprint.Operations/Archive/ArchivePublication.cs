using Storyprint.Operations.Sites;
using Storyprint.Storage.Log;
using Storyprint.Stories.Editions;

namespace Storyprint.Operations.Archive;

/// <summary>Writes a whole publication as static files that any file server can host and anybody can verify.</summary>
public sealed class ArchivePublication(Installation installation, Publication publication)
{
    // Releases go on while an archive is written; each pass takes in those made during the one before.
    private const int Passes = 8;

    /// <param name="totals">Updated during the run.</param>
    public async Task<ArchiveOutcome> RunAsync(
        string path, ArchiveTotals totals, IProgress<ArchiveProgress>? progress = null, CancellationToken cancellation = default)
    {
        if (IsWithin(path, installation.Folder) || IsWithin(installation.Folder, path))
        {
            return new ArchiveOutcome.Refused($"{Path.GetFullPath(path)} and the publication's own folder {installation.Folder} must lie apart: an archive is public, and the keys are not.");
        }

        var (opened, problem) = ArchiveFolder.Open(path);
        if (opened is null)
        {
            return new ArchiveOutcome.Refused(problem);
        }

        using var folder = opened;
        await using var site = await InProcessSite.StartAsync(installation, publication, isCopy: true, cancellation);
        for (var pass = 1; ; pass++)
        {
            var contents = await ArchiveContents.ReadAsync(installation, publication, site.Services, cancellation);
            var run = new ArchiveRun(site, folder, publication.PublicAddress.Origin, totals, progress);
            await run.RunAsync(new ArchivePlan(contents).Create(), cancellation);
            if (await site.Services.GetRequiredService<LogStore>().SizeAsync(cancellation) == contents.LogSize || pass == Passes)
            {
                WriteReadMe(folder, totals);
                folder.Ledger.Close();
                return new ArchiveOutcome.Done(contents.Stories.Count, contents.Withdrawn.Count, contents.LogSize, run.Problems);
            }
        }
    }

    private void WriteReadMe(ArchiveFolder folder, ArchiveTotals totals)
    {
        var text = ArchiveReadMe.Create(publication);
        var file = new ArchivedFile(ArchiveReadMe.File, text.Length, ContentStamp.Compute(text));
        if (folder.Ledger.Find(ArchiveReadMe.Part)?.Files is [var known] && known == file && folder.Holds(file))
        {
            totals.AddKept(1);
            return;
        }

        folder.Ledger.Announce([file.Path]);
        folder.Write(file.Path, text);
        totals.AddWritten(file.Path);
        folder.Ledger.Finish(ArchiveReadMe.Part, new ArchivedPart(null, [file]));
    }

    private static bool IsWithin(string path, string folder) =>
        (Path.GetFullPath(path).TrimEnd('/') + "/").StartsWith(Path.GetFullPath(folder).TrimEnd('/') + "/", StringComparison.Ordinal);
}

/// <summary>The result of an archive run.</summary>
public abstract record ArchiveOutcome
{
    /// <param name="Problems">Addresses with unexpected responses.</param>
    public sealed record Done(int Stories, int Withdrawn, long LogSize, IReadOnlyDictionary<string, string> Problems) : ArchiveOutcome;

    public sealed record Refused(string Sentence) : ArchiveOutcome;
}
