using Storyprint.Newsroom.Imports;
using Storyprint.Operations.Imports;
using Storyprint.Storage.Stories;

namespace Storyprint.Operations.Sweep;

/// <summary>The words of withdrawn stories in what was brought for imports: their lines leave the reports, and the files of such an import are deleted.</summary>
public sealed class WithdrawnInImports(Installation installation)
{
    // Nothing is created by it, so neither clock nor limits matter.
    private readonly ImportJobs jobs = new(Path.Combine(installation.Folder, "imports"), TimeProvider.System, new UploadLimits(0));

    /// <param name="isSearch">Whether somebody looks for these stories, and is told of files that nobody has read yet.</param>
    /// <returns>Imports that may still hold words of them.</returns>
    public async Task<IReadOnlyList<SweepFinding>> EraseAsync(IReadOnlyList<WithdrawnStory> stories, bool isSearch, CancellationToken cancellation)
    {
        var all = stories.Count == 0 ? [] : jobs.All;
        if (all.Count == 0)
        {
            return [];
        }

        var isWithdrawn = await installation.Stores.Imports().WithdrawnSourcesAsync(cancellation);
        var codes = stories.Select(story => story.Code.Digits).ToHashSet(StringComparer.Ordinal);
        var named = stories.Select(story => $"story {story.Code} ").ToList();
        var findings = new List<SweepFinding>();

        // A run that only tried gave no code: what it read is known by what a later run read.
        var sources = new HashSet<string>(StringComparer.Ordinal);
        foreach (var report in all.Select(job => new ImportReportFile(jobs.FolderOf(job.Id))).Where(report => report.IsThere))
        {
            sources.UnionWith(report.SourcesOf(codes));
        }

        foreach (var job in all)
        {
            if (await EraseAsync(job, Keep) is { } sentence && (isSearch || sentence is not (Unread or AtWork)))
            {
                findings.Add(new SweepFinding($"imports/{job.Id}", sentence));
            }
        }

        return findings;

        ImportLine? Keep(ImportLine line) =>
            line.Code is { } code ? codes.Contains(code) ? null : WithoutNotes(line)
            : sources.Contains(line.Source) || isWithdrawn(line.Source) ? null : WithoutNotes(line);

        // Notes of other items tell its headline.
        ImportLine WithoutNotes(ImportLine line) =>
            line.Notes.Any(Names) ? line with { Notes = [.. line.Notes.Where(note => !Names(note))] } : line;

        bool Names(string note) => named.Exists(code => note.Contains(code, StringComparison.Ordinal));
    }

    private const string Unread = "Files were brought for this import and not read yet; whether they hold the story is not known. Delete the import if they do.";

    private const string AtWork = "This import is at work and may hold the story. Run 'storyprint sweep' when it has ended.";

    // Why it may still hold words, or null.
    private async Task<string?> EraseAsync(ImportJob job, Func<ImportLine, ImportLine?> keep)
    {
        try
        {
            using var held = ImportLock.Take(jobs.FolderOf(job.Id));
            if (held is null)
            {
                return AtWork;
            }

            var report = new ImportReportFile(jobs.FolderOf(job.Id));
            if (!report.IsThere)
            {
                return job.AreFilesGone ? null : Unread;
            }

            // The files before the report: while they are there, the report still says so.
            if (report.Holds(line => keep(line) is null))
            {
                jobs.DeleteFiles(job);
                jobs.Save(job with { AreFilesGone = true, Files = [.. job.Files.Select((file, at) => file with { Name = $"{at + 1}{Path.GetExtension(file.Name)}" })] });
            }

            await report.EraseAsync(keep);
            return null;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return $"What this import holds of it could not be erased: {fault.Message}";
        }
    }
}
