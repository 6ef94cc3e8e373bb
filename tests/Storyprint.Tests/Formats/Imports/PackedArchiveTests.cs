using System.Formats.Tar;
using System.IO.Compression;
using Storyprint.Formats;
using Storyprint.Formats.Imports;
using static Storyprint.Tests.Formats.Wxr.WxrSample;

namespace Storyprint.Tests.Formats.Imports;

/// <summary>What comes packed is unpacked within the limits of <see cref="UnpackedFiles"/>, or refused with what to do.</summary>
public sealed class PackedArchiveTests : IDisposable
{
    private readonly TrialFolder folder = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_gzipped_export_is_read_as_the_export_and_leaves_nothing_behind()
    {
        var packed = folder.Write("export.xml.gz", Gzip(System.Text.Encoding.UTF8.GetBytes(File(Item(1, "Text.")))));
        string path;
        using (var archive = Unpack(packed))
        {
            path = archive.Path;
            Assert.Equal("export.xml", Path.GetFileName(path));
            Assert.Equal("A headline", ImportFormatDetector.Open(path, Trial.Options)!.Story().Label);
        }

        Assert.False(Directory.Exists(Path.GetDirectoryName(path)));
    }

    [Theory]
    [InlineData("site.zip")]
    [InlineData("site.tar")]
    [InlineData("site.tar.gz")]
    [InlineData("site.tgz")]
    public void A_packed_folder_is_read_as_the_folder(string name)
    {
        using var archive = Unpack(folder.Write(name, Pack(name, ("a.md", "---\ntitle: A\ndate: 2024-01-01\n---\nWords.\n\n![Boat](pictures/boat.png)"), ("pictures/boat.png", "x"))));
        Assert.Equal("site", Path.GetFileName(archive.Path));
        var items = ImportFormatDetector.Open(archive.Path, Trial.Options)!.Items();
        Assert.Equal("A", Assert.Single(items).Label);
        Assert.True(System.IO.File.Exists(Path.Combine(archive.Path, "pictures/boat.png")));
    }

    [Theory]
    [InlineData("../a.md")]
    [InlineData("b/../../a.md")]
    [InlineData("..\\a.md")]
    [InlineData("../site-other/a.md")]
    public void No_name_leads_out_of_the_folder(string name)
    {
        foreach (var packed in (string[])["site.zip", "site.tar"])
        {
            Assert.Contains("outside", Refused(folder.Write(packed, Pack(packed, (name, "words")))), StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_bomb_is_refused_before_it_fills_the_disk()
    {
        var packed = folder.Write("export.xml.gz", Gzip(new byte[80 << 20]));
        Assert.Contains("becomes more than 64 MB", Refused(packed), StringComparison.Ordinal);
        Assert.Contains("becomes more than 0 MB", Refused(folder.Write("two.gz", Gzip(new byte[2000])), 1000), StringComparison.Ordinal);
    }

    [Fact]
    public void One_that_is_stopped_while_it_is_unpacked_leaves_nothing_behind()
    {
        var packed = folder.Write("site.zip", Pack("site.zip", ("a.md", "words")));
        var below = Path.Combine(folder.Root, "unpacked");
        Assert.ThrowsAny<OperationCanceledException>(() => PackedArchive.Open(packed, below, new CancellationToken(canceled: true)));
        Assert.Empty(Directory.EnumerateFileSystemEntries(below));
    }

    [Fact]
    public void A_name_with_a_character_that_no_name_has_is_refused_in_words() => Assert.Contains(
        "a character that no name may have (a\uFFFDb.md)",
        Assert.Throws<InvalidDataException>(() => new UnpackedFiles(Path.Combine(folder.Root, "out"), 100, 1000).Write("a\0b.md", new MemoryStream(), Cancellation)).Message,
        StringComparison.Ordinal);

    [Fact]
    public void What_a_killed_program_left_is_deleted_and_what_is_at_work_is_not()
    {
        var left = Directory.CreateDirectory(Path.Combine(folder.Root, "storyprint-import-left"));
        System.IO.File.WriteAllText(Path.Combine(left.FullName, ".lock"), "");
        var young = Directory.CreateDirectory(Path.Combine(folder.Root, "storyprint-import-young"));
        var atWork = Directory.CreateDirectory(Path.Combine(folder.Root, "storyprint-import-at-work"));
        using (new FileStream(Path.Combine(atWork.FullName, ".lock"), FileMode.Create, FileAccess.ReadWrite, FileShare.None))
        {
            UnpackFolder.DeleteLeftovers(folder.Root);
        }

        Assert.Equal((false, true, true), (Directory.Exists(left.FullName), Directory.Exists(young.FullName), Directory.Exists(atWork.FullName)));
    }

    [Theory]
    [InlineData("export.xml.gz")]
    [InlineData("site.zip")]
    [InlineData("site.tar")]
    public void What_is_damaged_is_refused_in_words(string name) =>
        Assert.Contains("Unpack it yourself", Refused(folder.Write(name, [.. "this is not packed at all, whatever its name says, and long enough to be looked at"u8])), StringComparison.Ordinal);

    [Theory]
    [InlineData("site.7z")]
    [InlineData("site.rar")]
    [InlineData("export.xml.xz")]
    public void What_is_packed_otherwise_is_refused_with_what_is_read(string name) =>
        Assert.Contains(".gz, .zip, .tar", Refused(folder.Write(name, "x")), StringComparison.Ordinal);

    [Theory]
    [InlineData("export.xml")]
    [InlineData("nothing.gz")]
    public void Other_files_are_left_as_they_are(string name)
    {
        folder.Write("export.xml", "x");
        Assert.Equal((null, null), PackedArchive.Open(Path.Combine(folder.Root, name), null, Cancellation));
    }

    private static PackedArchive Unpack(string path)
    {
        var (archive, problem) = PackedArchive.Open(path, null, Cancellation);
        return archive ?? throw new InvalidOperationException(problem);
    }

    // Whatever the limits say, a publication on the same disk goes on.
    [Fact]
    public void A_disk_that_becomes_full_stops_the_unpacking_before_it_is()
    {
        var free = 600L << 20;
        var files = new UnpackedFiles(Path.Combine(folder.Root, "out"), 1L << 40, 1L << 40, () => free -= 50L << 20);
        var full = Assert.Throws<InvalidDataException>(() => files.WriteOnly(new Endless(), TestContext.Current.CancellationToken));
        Assert.Contains("512 MB left", full.Message, StringComparison.Ordinal);
        Assert.InRange(new FileInfo(Path.Combine(folder.Root, "out")).Length, 1, 64L << 20);
    }

    private sealed class Endless : MemoryStream
    {
        public override int Read(Span<byte> buffer) => buffer.Length;

        public override int Read(byte[] buffer, int offset, int count) => count;
    }

    private static string Refused(string path, long most = UnpackedFiles.MostBytes)
    {
        var (archive, problem) = PackedArchive.Open(path, null, most, Cancellation);
        Assert.Null(archive);
        return problem!;
    }

    private static byte[] Gzip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Pack(string name, params (string Name, string Text)[] files)
    {
        using var packed = new MemoryStream();
        if (name.EndsWith(".zip", StringComparison.Ordinal))
        {
            using (var zip = new ZipArchive(packed, ZipArchiveMode.Create, leaveOpen: true))
            {
                foreach (var file in files)
                {
                    using var entry = zip.CreateEntry(file.Name).Open();
                    entry.Write(System.Text.Encoding.UTF8.GetBytes(file.Text));
                }
            }

            return packed.ToArray();
        }

        using (var tar = new TarWriter(packed, leaveOpen: true))
        {
            tar.WriteEntry(new PaxTarEntry(TarEntryType.SymbolicLink, "link") { LinkName = "/etc" });
            foreach (var file in files)
            {
                tar.WriteEntry(new PaxTarEntry(TarEntryType.RegularFile, file.Name) { DataStream = new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file.Text)) });
            }
        }

        return name.EndsWith(".tar", StringComparison.Ordinal) ? packed.ToArray() : Gzip(packed.ToArray());
    }
}
