using System.Security.Cryptography;
using Storyprint.Backups;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Links;
using Storyprint.Tests.Serving;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Backups;

public sealed class BackupTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-backups-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "backup");

    private string Restored => Path.Combine(folder, "restored");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_made_while_releases_go_on_is_restored_with_the_log_it_names(bool isFile)
    {
        using var small = await SmallInstallation.MakeAsync();
        var picture = await PictureAsync(small, 3);
        await ReleaseAsync(small, "First");
        using var over = new CancellationTokenSource();
        var writer = Task.Run(async () =>
        {
            for (var number = 0; !over.IsCancellationRequested || number < 3; number++)
            {
                await ReleaseAsync(small, $"Meanwhile {number}");
            }
        }, Cancellation);
        var target = isFile ? Target + ".tar" : Target;
        var made = await BackUpAsync(small, target);
        await over.CancelAsync();
        await writer;
        Assert.Equal(1, made.Copied);
        var (manifest, problem) = await RestoreAsync(target);
        Assert.Null(problem);
        Assert.Equal(made.Manifest.ToJson(), manifest!.ToJson());
        var (installation, refused) = Installation.Open(Restored);
        Assert.True(installation is not null, refused);
        var log = await WholeLog.ReadAsync(installation.Database, cancellation: Cancellation);
        Assert.Null(log.Problem);
        Assert.Equal((made.Manifest.LogSize, made.Manifest.LogRoot), (log.Head!.Size, log.Head.Root.ToString()));
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
    public async Task A_second_backup_into_the_folder_copies_only_new_pictures_and_gives_up_withdrawn_ones()
    {
        using var small = await SmallInstallation.MakeAsync();
        var first = await PictureAsync(small, 3);
        await BackUpAsync(small, Target);
        var second = await PictureAsync(small, 4);
        await using (var connection = await small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE picture SET withdrawn_at = 1 WHERE hash = @hash", Cancellation, ("@hash", first));
        }

        var made = await BackUpAsync(small, Target);
        Assert.Equal((1, 1), (made.Pictures, made.Copied));
        Assert.Equal(0, (await BackUpAsync(small, Target)).Copied);
        Assert.False(File.Exists(BackupPath.On(Target, BackupPath.Original(first))));
        Assert.True(File.Exists(BackupPath.On(Target, BackupPath.Original(second))));
        Assert.Single(Directory.EnumerateFiles(Target, "*.db"));
        Assert.Empty(Directory.EnumerateDirectories(Target, ".work"));
    }

    [Fact]
    public async Task Keys_are_in_a_backup_only_when_asked_for_and_the_mark_never_is()
    {
        using var small = await SmallInstallation.MakeAsync();
        await BackUpAsync(small, Target);
        Assert.False(Directory.Exists(Path.Combine(Target, "keys")));
        Assert.True((await BackUpAsync(small, Target, withKeys: true)).Manifest.HasKeys);
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
        using var small = await SmallInstallation.MakeAsync();
        await PictureAsync(small, 3);
        var target = Target + ".tar";
        await BackUpAsync(small, target);
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
        using var small = await SmallInstallation.MakeAsync();
        await PictureAsync(small, 3);
        await BackUpAsync(small, Target);
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
        using var small = await SmallInstallation.MakeAsync();
        await BackUpAsync(small, Target);
        await using var backup = RestoreBackup.At(Target)!;
        var (_, problem) = await new RestoreBackup().RunAsync(backup, small.Folder, Cancellation);
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

    [Fact]
    public async Task A_full_disk_is_told_in_words_and_leaves_the_earlier_backup()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This machine has no /dev/full.");
        using var small = await SmallInstallation.MakeAsync();
        var target = Target + ".tar";
        await BackUpAsync(small, target);
        var before = SHA256.HashData(await File.ReadAllBytesAsync(target, Cancellation));
        File.CreateSymbolicLink(target + ".unfinished", "/dev/full");
        var fault = await Assert.ThrowsAnyAsync<IOException>(() => BackUpAsync(small, target));
        Assert.Contains("full", BackupFault.Sentence(fault), StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(target, Cancellation)));
        Assert.False(File.Exists(target + ".unfinished"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<BackupOutcome.Done> BackUpAsync(SmallInstallation small, string target, bool withKeys = false)
    {
        await using IBackup backup = target.EndsWith(".tar", StringComparison.Ordinal) ? BackupInFile.ForWriting(target) : BackupInFolder.ForWriting(target).Backup!;
        return Assert.IsType<BackupOutcome.Done>(await new BackUpPublication(small.Installation, TimeProvider.System).RunAsync(backup, withKeys, Cancellation));
    }

    private async Task<(BackupManifest? Manifest, string? Problem)> RestoreAsync(string target)
    {
        await using var backup = RestoreBackup.At(target)!;
        return await new RestoreBackup().RunAsync(backup, Restored, Cancellation);
    }

    private static async Task ReleaseAsync(SmallInstallation small, string headline)
    {
        var store = new ReleaseStore(small.Installation.Database, small.Installation.Log, TimeProvider.System);
        Assert.IsType<ReleaseOutcome.Done>(
            await new PublishStory(store, TestPublication.Settings).RunAsync(ReleaseDesk.Text(headline), Slug.From(headline), null, null, Cancellation));
    }

    // A picture of one colour: what it shows does not matter here.
    private static async Task<string> PictureAsync(SmallInstallation small, int side)
    {
        using var bitmap = new SkiaSharp.SKBitmap(side, side);
        using var data = bitmap.Encode(SkiaSharp.SKEncodedImageFormat.Png, 100);
        var pictures = new PictureStore(small.Installation.Database, small.Installation.Media, TimeProvider.System);
        return Assert.IsType<PictureReading.Kept>(await pictures.AddAsync(data.ToArray(), Cancellation)).Hash;
    }
}
