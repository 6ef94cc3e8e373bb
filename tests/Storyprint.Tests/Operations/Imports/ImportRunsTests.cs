using System.IO.Compression;
using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Storyprint.Newsroom.Imports;
using Storyprint.Operations.Imports;
using Storyprint.Storage.Audit;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Imports;

/// <summary>Imports in the background (<c>ImportArchive</c> of an <c>ArchiveToImport</c>, with <c>PackedMedia</c> beside it): tried first, one at a time, stopped, broken off and gone on with.</summary>
public class ImportRunsTests : IAsyncLifetime
{
    public sealed class OnPostgres : ImportRunsTests, IOnPostgres;

    private SmallInstallation small = null!;
    private ImportRuns runs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        runs = Runs(small);
    }

    public async ValueTask DisposeAsync()
    {
        await runs.DisposeAsync();
        small.Dispose();
    }

    [Fact]
    public async Task A_try_says_what_would_happen_and_the_import_does_it()
    {
        var job = await BroughtAsync(("ferry.md", Story("The ferry sails")), ("bad.md", "---\ntitle: \"\"\n---\n"));
        var tried = await RunAsync(job, isDryRun: true);
        Assert.Equal((ImportState.Checked, null), (tried.State, tried.Problem));
        Assert.Equal(new Dictionary<ImportOutcome, int> { [ImportOutcome.Imported] = 1, [ImportOutcome.Refused] = 1 }, tried.Totals);
        Assert.Equal(0, await small.Installation.Stores.Imports().CountAsync(Cancellation));
        var done = await RunAsync(tried, isDryRun: false);
        Assert.Equal((ImportState.Done, tried.Totals.Count), (done.State, done.Totals.Count));
        Assert.Equal(1, await small.Installation.Stores.Imports().CountAsync(Cancellation));
        Assert.Equal(["import-started", "imported"], await ActsAsync());
        var again = await RunAsync(done, isDryRun: false);
        Assert.Equal(1, again.Totals[ImportOutcome.Unchanged]);
    }

    [Fact]
    public async Task Drafts_edition_and_name_are_as_they_were_chosen()
    {
        var job = await BroughtAsync(("ferry.md", Story("The ferry sails")));
        var done = await RunAsync(job with { DraftsOnly = true, Archive = "gazette" }, isDryRun: false);
        Assert.Equal(1, done.Totals[ImportOutcome.ImportedWithWarnings]);
        Assert.Single(await small.Installation.Stores.Drafts.LatestAsync(9, cancellation: Cancellation));
        Assert.Equal(["ferry.md"], new ImportReportFile(runs.Jobs.FolderOf(job.Id)).Find(null, "FERRY", 0, 9).Items.Select(item => item.Source.Split(':')[1]));
        Assert.All(await small.Installation.Stores.Audit.FindAsync(new AuditSearch { Text = "gazette" }, null, 9, Cancellation), entry => Assert.Equal("gazette (ferry.md)", entry.Subject));

        // The same file of another archive is another story.
        Assert.Equal(1, (await RunAsync((await BroughtAsync(("ferry.md", Story("The ferry sails late")))) with { DraftsOnly = true, Archive = "herald" }, isDryRun: false)).Totals[ImportOutcome.ImportedWithWarnings]);
        Assert.Equal(2, (await small.Installation.Stores.Drafts.LatestAsync(9, cancellation: Cancellation)).Count);
    }

    [Fact]
    public async Task A_packed_archive_is_read_and_packed_pictures_beside_one_are_its_pictures()
    {
        var (packed, _) = Zip(("stories/one.md", Encoding.UTF8.GetBytes(Story("One"))), ("stories/two.md", Encoding.UTF8.GetBytes(Story("Two"))));
        Assert.Equal(2, (await RunAsync(await BroughtAsync(("stories.zip", packed)), isDryRun: true)).Totals[ImportOutcome.Imported]);
        var (pictures, hash) = Zip(("uploads/quay.png", Picture()));
        var job = await BroughtAsync(("quay.md", Encoding.UTF8.GetBytes(Story("Three", "image: quay.png\nimage_alt: The quay\n"))), ("uploads.zip", pictures));
        var done = await RunAsync(job, isDryRun: false);
        Assert.Equal(1, done.Totals.Values.Sum());
        Assert.True(File.Exists(Path.Combine(small.Folder, "media", "originals", hash[..2], hash)), string.Join(' ', new ImportReportFile(runs.Jobs.FolderOf(job.Id)).Find(null, "", 0, 9).Items.SelectMany(item => item.Notes)));
    }

    [Fact]
    public async Task A_bomb_is_refused_before_it_fills_the_disk()
    {
        // 100 MB of zeros in 100 kB; the kind, and not the size, is what is refused.
        var (bomb, _) = Zip(("zeros.md", new byte[100 << 20]));
        var failed = await RunAsync(await BroughtAsync(("zeros.zip", bomb)), isDryRun: true);
        Assert.Equal(ImportState.Failed, failed.State);
        Assert.Contains("more than", failed.Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_in_a_packed_archive_lead_nowhere_else()
    {
        var (evil, _) = Zip(("../../../publication.json", "{}"u8.ToArray()));
        var before = await File.ReadAllTextAsync(Path.Combine(small.Folder, "publication.json"), Cancellation);
        Assert.Contains("outside of its own folder", (await RunAsync(await BroughtAsync(("evil.zip", evil)), isDryRun: true)).Problem, StringComparison.Ordinal);
        Assert.Equal(before, await File.ReadAllTextAsync(Path.Combine(small.Folder, "publication.json"), Cancellation));
    }

    [Fact]
    public async Task What_is_no_archive_is_told_in_a_sentence() =>
        Assert.Contains("no archive", (await RunAsync(await BroughtAsync(("data.bin", new byte[100])), isDryRun: true)).Problem, StringComparison.Ordinal);

    [Fact]
    public async Task The_second_of_two_waits_for_the_first_and_one_at_work_cannot_be_begun_again()
    {
        var jobs = new List<ImportJob>();
        for (var number = 0; number < 4; number++)
        {
            jobs.Add(await BroughtAsync(($"story-{number}.md", Story($"Story {number}"))));
        }

        Assert.All(jobs, job => Assert.Equal(ImportStart.Started, runs.Start(TestActor.Editor, job, isDryRun: false)));
        Assert.False(runs.Progress(jobs[3].Id) is not null && runs.Start(TestActor.Editor, jobs[3], isDryRun: false) == ImportStart.Started && runs.Progress(jobs[3].Id) is null);
        await Task.WhenAll(jobs.Select(job => runs.EndedAsync(job.Id)));

        // Never a beginning between a beginning and its end.
        Assert.Equal(Enumerable.Repeat<string[]>(["import-started", "imported"], 4).SelectMany(each => each), (await ActsAsync()).Take(8));
        Assert.All(jobs, job => Assert.Equal(ImportState.Done, runs.Jobs.Find(job.Id)!.State));
    }

    [Fact]
    public async Task One_that_waits_is_stopped_and_one_whose_program_ended_stands_as_it_was()
    {
        var (first, second) = (await BroughtAsync(("one.md", Story("One"))), await BroughtAsync(("two.md", Story("Two"))));
        await using (var blocked = await small.Installation.Database.OpenAsync(Cancellation))
        await using (await small.Installation.Database.BeginWriteAsync(blocked, Cancellation))
        {
            runs.Start(TestActor.Editor, first, isDryRun: false);
            await Polling.UntilAsync(() => runs.Progress(first.Id) is { IsWaiting: false });
            runs.Start(TestActor.Editor, second, isDryRun: false);
            Assert.True(runs.Progress(second.Id)!.IsWaiting);
            runs.Stop(second.Id);
            await runs.EndedAsync(second.Id);
            Assert.Equal(ImportState.Stopped, runs.Jobs.Find(second.Id)!.State);
        }

        await runs.EndedAsync(first.Id);
        runs.Jobs.Save(first with { State = ImportState.Importing });
        await runs.DisposeAsync();
        runs = Runs(small);
        Assert.Null(runs.Progress(first.Id));
        Assert.Equal(1, (await RunAsync(runs.Jobs.Find(first.Id)!, isDryRun: false)).Totals[ImportOutcome.Unchanged]);
    }

    [Fact]
    public async Task Files_that_are_not_there_yet_are_not_imported()
    {
        var (job, _) = runs.Jobs.Create(Wanted(new UploadedFile("one.md", 100, 0)));
        await runs.Jobs.AppendAsync(job!.Id, 0, 0, new byte[50], string.Empty, Cancellation);
        Assert.Equal(ImportStart.NotNow, runs.Start(TestActor.Editor, job, isDryRun: true));
        Assert.Equal(ImportState.Uploading, runs.Jobs.Find(job.Id)!.State);
    }

    // A folder where the file would be: nothing can be written there, as on a full disk.
    [Fact]
    public async Task A_disk_that_takes_no_state_leaves_none_at_work_for_ever()
    {
        var job = await BroughtAsync(("one.md", Story("One")));
        var state = Path.Combine(runs.Jobs.FolderOf(job.Id), "import.json");
        Block(state);
        Assert.Equal(ImportStart.CannotWrite, runs.Start(TestActor.Editor, job, isDryRun: true));
        Assert.Null(runs.Progress(job.Id));
        Directory.Delete(state);
        await using (var blocked = await small.Installation.Database.OpenAsync(Cancellation))
        await using (await small.Installation.Database.BeginWriteAsync(blocked, Cancellation))
        {
            Assert.Equal(ImportStart.Started, runs.Start(TestActor.Editor, job, isDryRun: false));
            await Polling.UntilAsync(() => runs.Progress(job.Id) is { IsWaiting: false });
            Block(state);
        }

        await runs.EndedAsync(job.Id);
        await Polling.UntilAsync(() => runs.Progress(job.Id) is null);
        Assert.False(ImportLock.IsHeld(runs.Jobs.FolderOf(job.Id)));
        Directory.Delete(state);
        Assert.Equal(1, (await RunAsync(job, isDryRun: false)).Totals[ImportOutcome.Unchanged]);

        static void Block(string path)
        {
            File.Delete(path);
            Directory.CreateDirectory(path);
        }
    }

    [Fact]
    public async Task Two_programs_on_one_folder_do_not_take_the_same_import_in_at_once()
    {
        var job = await BroughtAsync(("one.md", Story("One")));
        await using var other = Runs(small);
        await using (var blocked = await small.Installation.Database.OpenAsync(Cancellation))
        await using (await small.Installation.Database.BeginWriteAsync(blocked, Cancellation))
        {
            runs.Start(TestActor.Editor, job, isDryRun: false);
            Assert.Equal(ImportStart.NotNow, other.Start(TestActor.Editor, other.Jobs.Find(job.Id)!, isDryRun: false));
            Assert.Equal((true, false), (other.IsElsewhere(other.Jobs.Find(job.Id)!), runs.IsElsewhere(job)));
        }

        await runs.EndedAsync(job.Id);
        Assert.False(other.IsElsewhere(other.Jobs.Find(job.Id)!));
        Assert.Equal(["import-started", "imported"], await ActsAsync());
    }

    [Fact]
    public async Task What_is_unpacked_lies_in_the_folder_of_the_import_and_goes_with_the_run()
    {
        var (packed, _) = Zip(("stories/one.md", Encoding.UTF8.GetBytes(Story("One"))));
        var job = await BroughtAsync(("stories.zip", packed));
        Directory.CreateDirectory(Path.Combine(runs.Jobs.UnpackedFolderOf(job), "left by a program that was killed"));
        await using (var blocked = await small.Installation.Database.OpenAsync(Cancellation))
        await using (await small.Installation.Database.BeginWriteAsync(blocked, Cancellation))
        {
            runs.Start(TestActor.Editor, job, isDryRun: false);
            await Polling.UntilAsync(() => Directory.Exists(runs.Jobs.UnpackedFolderOf(job)) && Directory.EnumerateFiles(runs.Jobs.UnpackedFolderOf(job), "one.md", SearchOption.AllDirectories).Any());
            runs.Stop(job.Id);
        }

        await runs.EndedAsync(job.Id);
        Assert.False(Directory.Exists(runs.Jobs.UnpackedFolderOf(job)));
    }

    [Fact]
    public async Task A_report_is_searched_and_written_as_a_table_that_runs_nothing()
    {
        var job = await RunAsync(await BroughtAsync(("ferry.md", Story("=cmd()")), ("bad.md", "---\ntitle: \"\"\n---\n"), ("barge.md", Story("The barge, \"slow\""))), isDryRun: true);
        var report = new ImportReportFile(runs.Jobs.FolderOf(job.Id));
        Assert.Equal(["bad.md"], report.Find(ImportOutcome.Refused, "", 0, 9).Items.Select(item => item.Label));
        Assert.Equal((1, true), (report.Find(null, "", 0, 1).Items.Count, report.Find(null, "", 0, 1).HasMore));
        Assert.Equal((1, false), (report.Find(null, "", 2, 1).Items.Count, report.Find(null, "", 2, 1).HasMore));
        Assert.Empty(report.Find(ImportOutcome.Imported, "headline", 0, 9).Items);
        using var csv = new MemoryStream();
        await report.WriteCsvAsync(csv);
        var text = Encoding.UTF8.GetString(csv.ToArray());
        Assert.StartsWith("\uFEFFoutcome,code,source,line,label,notes\r\n", text, StringComparison.Ordinal);
        Assert.Contains(",'=cmd(),", text, StringComparison.Ordinal);
        Assert.Contains("\"The barge, \"\"slow\"\"\"", text, StringComparison.Ordinal);
        Assert.Contains("\"isDryRun\": true", await File.ReadAllTextAsync(report.WholePath, Cancellation), StringComparison.Ordinal);
        Assert.Equal("'+1", CsvField.Of("+1"));
    }

    private async Task<ImportJob> RunAsync(ImportJob job, bool isDryRun)
    {
        Assert.Equal(ImportStart.Started, runs.Start(TestActor.Editor, job, isDryRun));
        await runs.EndedAsync(job.Id);
        await Polling.UntilAsync(() => runs.Progress(job.Id) is null);
        return runs.Jobs.Find(job.Id)!;
    }

    private Task<ImportJob> BroughtAsync(params (string Name, string Text)[] files) => BroughtAsync([.. files.Select(file => (file.Name, Encoding.UTF8.GetBytes(file.Text)))]);

    private async Task<ImportJob> BroughtAsync(params (string Name, byte[] Bytes)[] files)
    {
        var (job, problem) = runs.Jobs.Create(Wanted([.. files.Select(file => new UploadedFile(file.Name, file.Bytes.Length, 0))]));
        Assert.Null(problem);
        for (var index = 0; index < files.Length; index++)
        {
            Assert.IsType<PieceOutcome.Kept>(await runs.Jobs.AppendAsync(job!.Id, index, 0, files[index].Bytes, string.Empty, Cancellation));
        }

        return job!;
    }

    private async Task<List<string>> ActsAsync() =>
        [.. (await small.Installation.Stores.Audit.FindAsync(new AuditSearch(), null, 50, Cancellation)).OrderBy(entry => entry.Number).Select(entry => entry.Act).Where(act => act.StartsWith("import", StringComparison.Ordinal))];

    private static ImportRuns Runs(SmallInstallation small) =>
        new(small.Installation, new ImportJobs(Path.Combine(small.Folder, "imports"), TimeProvider.System, new UploadLimits(2L << 30)), TimeProvider.System, NullLogger<ImportRuns>.Instance);

    private static ImportJob Wanted(params UploadedFile[] files) =>
        new() { Id = ImportJobs.NewId(), By = "june", CreatedAt = TimeProvider.System.GetUtcNow(), TouchedAt = TimeProvider.System.GetUtcNow(), Files = files };

    private static string Story(string headline, string more = "") => $"---\ntitle: '{headline}'\nsection: city\ndate: 2026-03-01T08:00:00Z\n{more}---\n{headline}, at seven.\n";

    private static byte[] Picture()
    {
        using var bitmap = new SkiaSharp.SKBitmap(40, 30);
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private static (byte[] Zip, string HashOfLast) Zip(params (string Name, byte[] Bytes)[] files)
    {
        using var stream = new MemoryStream();
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, bytes) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }
        }

        return (stream.ToArray(), Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(files[^1].Bytes)));
    }
}
