using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Backup;

public class BackupTests : IDisposable
{
    public sealed class OnPostgres : BackupTests, IOnPostgres;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-backups-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "backup");

    private string Restored => Path.Combine(folder, "restored");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_made_while_releases_go_on_is_restored_with_the_log_it_names(bool isFile)
    {
        using var small = await SmallInstallation.CreateAsync();
        var picture = await small.PictureAsync(3);
        await small.ReleaseAsync("First");
        using var over = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var number = 0; !over.IsCancellationRequested || number < 3; number++)
            {
                await small.ReleaseAsync($"Meanwhile {number}");
            }
        }, Cancellation);
        var target = isFile ? Target + ".tar" : Target;
        var made = await small.BackUpAsync(target);
        await over.CancelAsync();
        await writer;
        Assert.Equal(1, made.Copied);
        var (manifest, problem) = await RestoreAsync(target);
        Assert.Null(problem);
        Assert.Equal(made.Manifest.ToJson(), manifest!.ToJson());
        var (installation, refused) = Installation.Open(Restored);
        Assert.True(installation is not null, refused);
        var log = await LogIntegrityCheck.ReadAsync(installation.Database, cancellation: Cancellation);
        Assert.Null(log.Problem);
        Assert.Equal((made.Manifest.LogSize, made.Manifest.LogRoot), (log.Head!.Size, log.Head.Root.ToString()));
        Assert.Equal(Path.Combine(Restored, "storyprint.db"), Assert.IsType<SqliteDatabase>(installation.Database).FilePath);
        Assert.True(File.Exists(((MediaFolder)installation.Media).OriginalPath(picture)));
        Assert.False(Directory.Exists(Path.Combine(Restored, "keys")));
        await using (var connection = await installation.Database.OpenAsync(Cancellation))
        {
            Assert.Equal("wal", await connection.ScalarAsync<string>("PRAGMA journal_mode", Cancellation));
        }

        // With the mark of now beside it, the restored log is known to be too short; nothing else is.
        foreach (var file in Directory.EnumerateFiles(Path.Combine(small.Folder, "keys")))
        {
            Directory.CreateDirectory(installation.Keys.Folder);
            File.Copy(file, Path.Combine(installation.Keys.Folder, Path.GetFileName(file)));
        }

        Assert.IsType<LogProblem.SetBack>(await installation.PrepareAsync(Cancellation));
        installation.Database.CloseIdle();
    }

    [Fact]
    public async Task A_release_during_a_backup_waits_for_nothing_and_comes_with_the_next()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.ReleaseAsync("First");
        var released = false;
        var made = await small.BackUpAsync(Target, progress: new Told(step =>
        {
            if (!released)
            {
                released = true;
                small.ReleaseAsync("Meanwhile").GetAwaiter().GetResult();
            }
        }));
        Assert.True(released);
        Assert.Equal(1, made.Manifest.Stories);
        Assert.Equal(2, (await small.BackUpAsync(Target)).Manifest.Stories);
    }

    [Fact]
    public async Task A_second_backup_into_the_folder_copies_only_new_pictures_and_gives_up_withdrawn_ones()
    {
        using var small = await SmallInstallation.CreateAsync();
        var first = await small.PictureAsync(3);
        await small.BackUpAsync(Target);
        var second = await small.PictureAsync(4);
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE picture SET withdrawn_at = 1 WHERE hash = @hash", Cancellation, ("@hash", first));
        }

        var made = await small.BackUpAsync(Target);
        Assert.Equal((1, 1), (made.Pictures, made.Copied));
        Assert.Equal(0, (await small.BackUpAsync(Target)).Copied);
        Assert.False(File.Exists(BackupPath.On(Target, BackupPath.Original(first))));
        Assert.True(File.Exists(BackupPath.On(Target, BackupPath.Original(second))));
        Assert.Single(Directory.EnumerateFiles(Target, "*.db"));
        Assert.Empty(Directory.EnumerateDirectories(Target, ".work"));
    }

    [Fact]
    public async Task One_damaged_picture_is_named_and_the_rest_is_backed_up()
    {
        using var small = await SmallInstallation.CreateAsync();
        var (whole, damaged) = (await small.PictureAsync(3), await small.PictureAsync(4));
        var file = Directory.EnumerateFiles(small.Folder, damaged, SearchOption.AllDirectories).Single();
        var bytes = await File.ReadAllBytesAsync(file, Cancellation);
        bytes[^1] ^= 1;
        await File.WriteAllBytesAsync(file, bytes, Cancellation);
        Assert.Equal([damaged], (await small.BackUpAsync(Target)).Manifest.MissingPictures);
        Assert.True(File.Exists(BackupPath.On(Target, BackupPath.Original(whole))));
        await using var backup = RestoreBackup.At(Target)!;
        Assert.Null((await new RestoreBackup().CheckAsync(backup, Cancellation)).Problem);
    }

    [Fact]
    public async Task Keys_are_in_a_backup_only_when_asked_for_and_the_mark_never_is()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.BackUpAsync(Target);
        Assert.False(Directory.Exists(Path.Combine(Target, "keys")));
        Assert.True((await small.BackUpAsync(Target, withKeys: true)).Manifest.HasKeys);
        Assert.Equal(["log.key", "seal.key"], Directory.EnumerateFiles(Path.Combine(Target, "keys")).Select(Path.GetFileName).Order());
        var (_, problem) = await RestoreAsync(Target);
        Assert.Null(problem);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(Path.Combine(Restored, "keys", "log.key")) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
    }

    [Theory]
    [InlineData(0.3)]
    [InlineData(0.7)]
    [InlineData(0.99)]
    public async Task A_truncated_backup_is_refused_and_nothing_of_it_stays(double share)
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.PictureAsync(3);
        var target = Target + ".tar";
        await small.BackUpAsync(target);
        await using (var file = new FileStream(target, FileMode.Open))
        {
            file.SetLength((long)(file.Length * share));
        }

        var (manifest, problem) = await RestoreAsync(target);
        Assert.Null(manifest);
        Assert.NotNull(problem);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Restored));
    }

    [Fact]
    public async Task A_backup_with_one_byte_changed_anywhere_is_refused()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.PictureAsync(3);
        await small.BackUpAsync(Target);
        foreach (var path in Directory.EnumerateFiles(Target, "*", SearchOption.AllDirectories).Where(path => Path.GetExtension(path) is ".db" or "" || Path.GetFileName(path) == "publication.json").Where(path => new FileInfo(path).Length > 0))
        {
            var bytes = await File.ReadAllBytesAsync(path, Cancellation);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bytes, Cancellation);
            await using var backup = RestoreBackup.At(Target)!;
            var (manifest, problem) = await new RestoreBackup().CheckAsync(backup, Cancellation);
            Assert.True(manifest is null && problem is not null, path);
            bytes[bytes.Length / 2] ^= 1;
            await File.WriteAllBytesAsync(path, bytes, Cancellation);
        }
    }

    [Fact]
    public async Task A_restoration_touches_no_folder_that_holds_something()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.BackUpAsync(Target);
        await using var backup = RestoreBackup.At(Target)!;
        var (_, problem) = await new RestoreBackup().RunAsync(TestActor.Editor, backup, small.Folder, Cancellation);
        Assert.Contains("not empty", problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_with_other_things_and_one_that_is_being_written_are_refused()
    {
        Directory.CreateDirectory(Target);
        await File.WriteAllTextAsync(Path.Combine(Target, "holiday.jpg"), "x", Cancellation);
        Assert.Contains("no backup", BackupInFolder.ForWriting(Target).Problem, StringComparison.Ordinal);
        await using var first = BackupInFolder.ForWriting(Restored).Backup!;
        Assert.Contains("Another backup", BackupInFolder.ForWriting(Restored).Problem, StringComparison.Ordinal);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<(BackupManifest? Manifest, string? Problem)> RestoreAsync(string target)
    {
        await using var backup = RestoreBackup.At(target)!;
        return await new RestoreBackup().RunAsync(TestActor.Editor, backup, Restored, Cancellation);
    }
}
