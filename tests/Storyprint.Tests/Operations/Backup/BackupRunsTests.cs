using Microsoft.Extensions.Logging.Abstractions;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Audit;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Backup;

/// <summary>Backups that are started from the newsroom.</summary>
public class BackupRunsTests : IAsyncLifetime
{
    public sealed class OnPostgres : BackupRunsTests, IOnPostgres;

    private SmallInstallation small = null!;
    private BackupRuns runs = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        small = await SmallInstallation.CreateAsync();
        await small.ReleaseAsync("One");
        runs = Runs();
    }

    public async ValueTask DisposeAsync()
    {
        await runs.DisposeAsync();
        small.Dispose();
    }

    [Fact]
    public async Task One_is_made_in_the_background_and_restores()
    {
        Assert.Equal(BackupStart.Started, runs.Start(TestActor.Editor));
        await runs.EndedAsync();
        Assert.Equal((true, null), (runs.Last!.IsGood, runs.Last.Problem));
        var made = Assert.Single(runs.Known);
        Assert.Equal((1, false, true, TestActor.Editor.Actor), (made.Stories, made.HasKeys, made.IsThere, made.By));
        Assert.InRange(made.Size, 10_000, new FileInfo(made.Place).Length);
        await using var backup = RestoreBackup.At(made.Place)!;
        var (manifest, problem) = await new RestoreBackup().CheckAsync(backup, Cancellation);
        Assert.True(manifest is not null, problem);
        Assert.Equal(runs.Find(Path.GetFileName(made.Place)), made.Place);
        Assert.Equal(["backup-made"], await ActsAsync());
    }

    [Fact]
    public async Task Two_clicks_start_one_and_so_do_two_programs()
    {
        await using var other = Runs();
        var started = await Task.WhenAll(Enumerable.Range(0, 8).Select(at => Task.Run(() => (at % 2 == 0 ? runs : other).Start(TestActor.Editor), Cancellation)));
        await Task.WhenAll(runs.EndedAsync(), other.EndedAsync());
        Assert.Equal(started.Count(each => each == BackupStart.Started), (await ActsAsync()).Count);

        // On a busy machine one may have ended before the next click comes, which then starts another.
        Assert.Contains(BackupStart.Started, started);
        Assert.False(runs.IsRunning);
    }

    [Fact]
    public async Task A_command_on_this_machine_makes_known_ones_too_and_a_folder_has_one_state()
    {
        await small.BackUpAsync(Path.Combine(small.Folder, "..", Path.GetFileName(small.Folder) + "-elsewhere"), withKeys: true);
        await small.BackUpAsync(Path.Combine(small.Folder, "..", Path.GetFileName(small.Folder) + "-elsewhere"));
        var made = Assert.Single(runs.Known);
        Assert.False(made.HasKeys);
        Directory.Delete(made.Place, recursive: true);
        Assert.False(Assert.Single(runs.Known).IsThere);
    }

    [Theory]
    [InlineData("../publication.json")]
    [InlineData("..")]
    [InlineData("")]
    [InlineData(".lock")]
    [InlineData("storyprint-20260301T080000Z.tar/../../publication.json")]
    [InlineData("storyprint-20260301T080000Z.tar\n")]
    public async Task No_name_leads_out_of_the_folder(string name)
    {
        Directory.CreateDirectory(runs.Folder);
        await File.WriteAllTextAsync(Path.Combine(runs.Folder, "storyprint-20260301T080000Z.tar"), "x", Cancellation);
        Assert.Null(runs.Find(name));
        Assert.False(await runs.DeleteAsync(TestActor.Editor, name));
        Assert.True(await runs.DeleteAsync(TestActor.Editor, "storyprint-20260301T080000Z.tar"));
        Assert.Equal(["backup-deleted"], await ActsAsync());
    }

    [Fact]
    public async Task What_a_killed_program_left_is_told_and_cleared_by_the_next_run()
    {
        Directory.CreateDirectory(Path.Combine(runs.Folder, "storyprint-20260301T080000Z.tar.unfinished.work"));
        await File.WriteAllTextAsync(Path.Combine(runs.Folder, "storyprint-20260301T080000Z.tar.unfinished"), "half", Cancellation);
        new BackupRun { By = "june", StartedAt = DateTimeOffset.UtcNow }.Write(Path.Combine(small.Folder, "backup-run.json"));
        Assert.Equal((false, null), (runs.Last!.IsGood, runs.Last.EndedAt));
        Assert.Equal(BackupStart.Started, runs.Start(TestActor.Editor));
        await runs.EndedAsync();
        Assert.True(runs.Last.IsGood);
        Assert.Equal([".lock", Path.GetFileName(Assert.Single(runs.Known).Place)], Directory.EnumerateFileSystemEntries(runs.Folder).Select(Path.GetFileName).Order(StringComparer.Ordinal));
    }

    // A file where the folder would be: rights alone would not stop the user that tests often run as.
    [Fact]
    public async Task A_place_that_cannot_be_written_is_no_fault_of_the_server()
    {
        await File.WriteAllTextAsync(runs.Folder, "in the way", Cancellation);
        Assert.Equal(BackupStart.CannotWrite, runs.Start(TestActor.Editor));
        Assert.False(runs.IsRunning);
    }

    [Fact]
    public async Task A_disk_that_takes_no_state_leaves_none_at_work_for_ever()
    {
        var state = Directory.CreateDirectory(Path.Combine(small.Folder, "backup-run.json"));
        Assert.Equal(BackupStart.CannotWrite, runs.Start(TestActor.Editor));
        Assert.False(runs.IsRunning);
        state.Delete();
        await using (var blocked = await small.Installation.Database.OpenAsync(Cancellation))
        await using (await small.Installation.Database.BeginWriteAsync(blocked, Cancellation))
        {
            Assert.Equal(BackupStart.Started, runs.Start(TestActor.Editor));
            File.Delete(state.FullName);
            state.Create();
        }

        await runs.EndedAsync();
        state.Delete();
        Assert.Equal(BackupStart.Started, runs.Start(TestActor.Editor));
        await runs.EndedAsync();
        Assert.True(runs.Last!.IsGood);
    }

    [Fact]
    public async Task A_line_that_was_cut_short_hides_no_other()
    {
        await small.BackUpAsync(Path.Combine(small.Folder, "backups", "one.tar"));
        await File.AppendAllTextAsync(Path.Combine(small.Folder, "backups.jsonl"), "{\"place\":\"/half", Cancellation);
        await small.BackUpAsync(Path.Combine(small.Folder, "backups", "two.tar"));
        Assert.Equal(["two.tar", "one.tar"], new BackupLedger(small.Folder).Read().Select(made => Path.GetFileName(made.Place)));
        await File.WriteAllTextAsync(Path.Combine(small.Folder, "backup-run.json"), "{", Cancellation);
        Assert.Null(runs.Last);
    }

    private BackupRuns Runs() => new(small.Installation, TimeProvider.System, NullLogger<BackupRuns>.Instance);

    private async Task<List<string>> ActsAsync() =>
        [.. (await small.Installation.Stores.Audit.FindAsync(new AuditSearch(), null, 50, Cancellation)).Select(entry => entry.Act).Where(act => act.StartsWith("backup", StringComparison.Ordinal))];
}
