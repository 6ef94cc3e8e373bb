using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Storyprint.Operations.Imports;
using Storyprint.Operations.Sweep;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Archive;

namespace Storyprint.Tests.Operations.Sweep;

/// <summary>The words of a withdrawn story in what was brought for imports: <see cref="WithdrawnInImports"/>.</summary>
public class WithdrawnInImportsTests : IAsyncLifetime
{
    public sealed class OnPostgres : WithdrawnInImportsTests, IOnPostgres;

    private readonly TestPublication publication = new();
    private ImportRuns runs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await publication.InitializeAsync();
        var jobs = new ImportJobs(Path.Combine(publication.Installation.Folder, "imports"), TimeProvider.System, new UploadLimits(2L << 30));
        runs = new ImportRuns(publication.Installation, jobs, TimeProvider.System, NullLogger<ImportRuns>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        await runs.DisposeAsync();
        await publication.DisposeAsync();
    }

    [Fact]
    public async Task Reports_and_files_of_its_imports_hold_no_word_of_it_after_the_sweep()
    {
        var tried = await RunAsync(await BroughtAsync("quibbleworth.md", "barge.md"), isDryRun: true);
        var done = await RunAsync(await BroughtAsync("quibbleworth.md", "barge.md"), isDryRun: false);
        var other = await RunAsync(await BroughtAsync("ferry.md"), isDryRun: false);
        var line = Report(done).Find(null, "quibbleworth", 0, 9).Items.Single();
        await publication.WithdrawAsync(StoryCode.FromDigits(line.Code!));
        Assert.NotEmpty(Holding());
        Assert.Empty((await new SweepWithdrawn(publication.Installation).RunHereAsync(StoryCode.FromDigits(line.Code!), cancellation: Cancellation)).Findings);
        Assert.Empty(Holding());
        foreach (var job in (ImportJob[])[tried, done])
        {
            Assert.Contains("barge", Report(job).Find(null, "", 0, 9).Items.Single().Source, StringComparison.Ordinal);
            Assert.True(runs.Jobs.Find(job.Id)!.AreFilesGone);
        }

        Assert.False(runs.Jobs.Find(other.Id)!.AreFilesGone);
    }

    [Fact]
    public async Task Files_that_nobody_has_read_and_an_import_at_work_are_named_to_whoever_withdraws()
    {
        var (unread, atWork) = (await BroughtAsync("quibbleworth.md"), await BroughtAsync("barge.md"));
        await publication.WithdrawAsync(publication.Library);
        using var held = ImportLock.Take(runs.Jobs.FolderOf(atWork.Id));
        var findings = (await new SweepWithdrawn(publication.Installation).RunHereAsync(publication.Library, cancellation: Cancellation)).Findings;
        Assert.Equal(new[] { $"imports/{unread.Id}", $"imports/{atWork.Id}" }.Order(StringComparer.Ordinal), findings.Select(finding => finding.Target).Order(StringComparer.Ordinal));
        Assert.Empty((await new SweepWithdrawn(publication.Installation).RunHereAsync(cancellation: Cancellation)).Findings);
    }

    private List<string> Holding() =>
        [.. Directory.EnumerateFiles(runs.Jobs.Folder, "*", SearchOption.AllDirectories).Where(file => file.Contains("quibbleworth", StringComparison.OrdinalIgnoreCase) || File.ReadAllText(file).Contains("quibbleworth", StringComparison.OrdinalIgnoreCase))];

    private ImportReportFile Report(ImportJob job) => new(runs.Jobs.FolderOf(job.Id));

    private async Task<ImportJob> RunAsync(ImportJob job, bool isDryRun)
    {
        Assert.Equal(ImportStart.Started, runs.Start(TestActor.Editor, job, isDryRun));
        await runs.EndedAsync(job.Id);
        await Polling.UntilAsync(() => runs.Progress(job.Id) is null);
        return runs.Jobs.Find(job.Id)!;
    }

    private async Task<ImportJob> BroughtAsync(params string[] names)
    {
        var files = names.Select(name => (Name: name, Bytes: Encoding.UTF8.GetBytes($"---\ntitle: The {Path.GetFileNameWithoutExtension(name)} affair\nsection: city\ndate: 2026-03-01T08:00:00Z\n---\nAt seven, said {name}.\n"))).ToList();
        var now = TimeProvider.System.GetUtcNow();
        var (job, _) = runs.Jobs.Create(new ImportJob { Id = ImportJobs.NewId(), By = "june", CreatedAt = now, TouchedAt = now, Files = [.. files.Select(file => new UploadedFile(file.Name, file.Bytes.Length, 0))] });
        for (var index = 0; index < files.Count; index++)
        {
            await runs.Jobs.AppendAsync(job!.Id, index, 0, files[index].Bytes, string.Empty, Cancellation);
        }

        return job!;
    }
}
