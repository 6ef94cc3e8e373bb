using System.Security.Cryptography;
using Storyprint.Operations.Backup;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Backup;

public sealed class FullDiskTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-full-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "backup");

    [Fact]
    public async Task A_full_disk_is_told_in_words_and_leaves_the_earlier_backup()
    {
        Assert.SkipUnless(File.Exists("/dev/full"), "This machine has no /dev/full.");
        using var small = await SmallInstallation.CreateAsync();
        var target = Target + ".tar";
        await small.BackUpAsync(target);
        var before = SHA256.HashData(await File.ReadAllBytesAsync(target, Cancellation));
        File.CreateSymbolicLink(target + ".unfinished", "/dev/full");
        var fault = await Assert.ThrowsAnyAsync<IOException>(() => small.BackUpAsync(target));
        Assert.Contains("full", BackupErrors.Sentence(fault), StringComparison.Ordinal);
        Assert.Equal(before, SHA256.HashData(await File.ReadAllBytesAsync(target, Cancellation)));
        Assert.False(File.Exists(target + ".unfinished"));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
