using Storyprint.Operations.Disk;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Operations.Backup;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Disk;

public class DiskUseTests
{
    public sealed class OnPostgres : DiskUseTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Each_kind_of_file_is_counted_where_it_belongs()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.PictureAsync(64);
        var (backups, uploads) = (Path.Combine(small.Folder, "backups"), Path.Combine(small.Folder, "imports"));
        Write(Path.Combine(backups, "a.tar"), 1000);
        Write(Path.Combine(uploads, "x", "files", "b.xml"), 200);
        Write(Path.Combine(small.Folder, "media", "renditions", "ab", "c"), 30);
        var use = await DiskUse.ReadAsync(small.Installation, backups, uploads, TimeSpan.FromMinutes(1), Cancellation);
        Assert.Equal((1000, 200, 30, 0, true), (use.Backups, use.Uploads, use.Renditions, use.Documents, use.IsWhole));
        Assert.InRange(use.Pictures, 50, 10_000);
        Assert.InRange(use.Database, 50_000, long.MaxValue);
        Assert.InRange(use.Free, 1, long.MaxValue);
        Assert.Equal(use.Database + use.Pictures, use.Content);
        Assert.False((await DiskUse.ReadAsync(small.Installation, backups, uploads, TimeSpan.Zero, Cancellation)).IsWhole);
    }

    [Fact]
    public void Growth_is_known_from_the_second_day_on()
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-growth-").FullName;
        try
        {
            var (growth, now) = (new DiskGrowth(folder), new DateTimeOffset(2026, 3, 1, 8, 0, 0, TimeSpan.Zero));
            Assert.Null(growth.Since(now, 100));
            growth.Note(now, 100);
            growth.Note(now.AddHours(2), 999);
            Assert.Null(growth.Since(now.AddHours(3), 150));
            Assert.Equal((2, 50), growth.Since(now.AddDays(2), 150));
            growth.Note(now.AddDays(200), 400);
            Assert.Equal((10, 100), growth.Since(now.AddDays(210), 500));
            File.AppendAllText(Path.Combine(folder, "disk-use.csv"), "torn,\n2026-13-01,5\n");
            Assert.Equal((10, 100), growth.Since(now.AddDays(210), 500));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static void Write(string path, int bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, new byte[bytes]);
    }
}
