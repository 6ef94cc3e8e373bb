using Storyprint.Files;

namespace Storyprint.Tests.Files;

public sealed class AtomicFileTests : IDisposable
{
    private const UnixFileMode Group = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupRead | UnixFileMode.GroupWrite;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-atomic-").FullName;

    private string FilePath => Path.Combine(folder, "file");

    [Fact]
    public async Task A_file_is_made_and_replaced_with_the_folders_above_it()
    {
        var deep = Path.Combine(folder, "a", "b", "file");
        AtomicFile.Write(deep, "one"u8.ToArray());
        Assert.Equal("one", await File.ReadAllTextAsync(deep, TestContext.Current.CancellationToken));
        await AtomicFile.WriteAsync(deep, "two"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal("two", await File.ReadAllTextAsync(deep, TestContext.Current.CancellationToken));
        Assert.Equal([deep], Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories));
    }

    [Fact]
    public void Whoever_is_stopped_while_the_new_file_is_written_leaves_the_old_one_whole()
    {
        File.WriteAllText(FilePath, "old");
        AtomicFile.Write(FilePath, stream =>
        {
            stream.Write(new byte[1 << 20]);
            stream.Flush();
            Assert.Equal("old", File.ReadAllText(FilePath));
            Assert.All(Directory.EnumerateFiles(folder), file => Assert.StartsWith(FilePath, file, StringComparison.Ordinal));
        });
        Assert.Equal(1 << 20, new FileInfo(FilePath).Length);
    }

    [Fact]
    public async Task A_disk_that_is_full_is_an_error_and_leaves_the_old_file_and_nothing_else()
    {
        File.WriteAllText(FilePath, "old");
        Assert.Throws<IOException>(() => AtomicFile.Write(FilePath, stream =>
        {
            stream.Write("ne"u8);
            throw new IOException("No space left on device");
        }));
        await Assert.ThrowsAsync<IOException>(() => AtomicFile.WriteAsync(FilePath, _ => throw new IOException("No space left on device")));
        Assert.Equal("old", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.EnumerateFiles(folder));
    }

    [Fact]
    public void A_folder_that_takes_no_file_is_an_error()
    {
        Assert.SkipUnless(Directory.Exists("/proc/self"), "This machine has no folder that even its owner cannot write.");
        Assert.True(Record.Exception(() => AtomicFile.Write("/proc/self/storyprint", [1])) is IOException or UnauthorizedAccessException);
    }

    [Fact]
    public void A_file_that_cannot_take_its_name_leaves_no_other()
    {
        Directory.CreateDirectory(FilePath);
        Assert.True(Record.Exception(() => AtomicFile.Write(FilePath, [1])) is IOException or UnauthorizedAccessException);
        Assert.Empty(Directory.EnumerateFiles(folder));
    }

    [Theory]
    [InlineData(OwnerOnlyFiles.Mode)]
    [InlineData(Group)]
    [InlineData(UnixFileMode.UserRead)]
    public void Whoever_might_read_the_old_file_may_read_the_new_one_and_nobody_else(UnixFileMode mode)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        File.WriteAllText(FilePath, "old");
        Unix.SetMode(FilePath, mode);
        AtomicFile.Write(FilePath, stream =>
        {
            Assert.All(Directory.EnumerateFiles(folder), file => Assert.Equal(mode, Unix.Mode(file)));
            stream.Write("new"u8);
        });
        Assert.Equal(mode, Unix.Mode(FilePath));
    }

    [Fact]
    public void A_file_for_its_owner_only_is_so_from_its_first_byte()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no such modes.");
        AtomicFile.Write(FilePath, _ => Assert.Equal(OwnerOnlyFiles.Mode, Unix.Mode(Directory.EnumerateFiles(folder).Single())), OwnerOnlyFiles.Mode);
        Assert.Equal(OwnerOnlyFiles.Mode, Unix.Mode(FilePath));
        OwnerOnlyFiles.MakeFolder(Path.Combine(folder, "keys"));
        Assert.Equal(OwnerOnlyFiles.Mode | UnixFileMode.UserExecute, Unix.Mode(Path.Combine(folder, "keys")));
    }

    [Fact]
    public void A_file_that_was_written_under_another_name_takes_the_place_of_the_old_one()
    {
        File.WriteAllText(FilePath, "old");
        File.WriteAllText(FilePath + ".unfinished", "new");
        AtomicFile.Rename(FilePath + ".unfinished", FilePath);
        Assert.Equal("new", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.EnumerateFiles(folder));
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static class Unix
    {
        public static UnixFileMode Mode(string path) => OperatingSystem.IsWindows() ? UnixFileMode.None : File.GetUnixFileMode(path);

        public static void SetMode(string path, UnixFileMode mode)
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(path, mode);
            }
        }
    }
}
