using System.Text;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Storage.Pictures;

public sealed class DocumentStoreTests : IAsyncLifetime
{
    private SmallInstallation small = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private DocumentStore Store => small.Installation.Stores.Documents;

    public async ValueTask InitializeAsync() => small = await SmallInstallation.CreateAsync();

    public ValueTask DisposeAsync()
    {
        small.Dispose();
        return ValueTask.CompletedTask;
    }

    [Theory]
    [InlineData("report.pdf", "%PDF-1.7\n", "application/pdf", true)]
    [InlineData("REPORT.PDF", "%PDF-1.7\n", "application/pdf", true)]
    [InlineData("a.mp3", "ID3 words", "audio/mpeg", true)]
    [InlineData("a.ogg", "OggS", "audio/ogg", true)]
    [InlineData("a.m4a", "\0\0\0 ftypM4A ", "audio/mp4", true)]
    [InlineData("a.docx", "PK\u0003\u0004", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", false)]
    [InlineData("a.rtf", "{\\rtf1", "application/rtf", false)]
    [InlineData("a.csv", "a,b\n", "text/csv", false)]
    [InlineData("a.pdf", "<html><script>alert(1)</script>", null, false)]
    [InlineData("a.html", "<html>", null, false)]
    [InlineData("a.svg", "<svg>", null, false)]
    [InlineData("a.exe", "MZ", null, false)]
    [InlineData("a.txt", "words", null, false)]
    [InlineData("a.csv", "a\0b", null, false)]
    [InlineData("pdf", "%PDF-1.7", null, false)]
    public void FileKind_is_by_name_and_by_bytes(string name, string bytes, string? type, bool isShown)
    {
        var kind = FileKind.Of(name, Encoding.Latin1.GetBytes(bytes));
        Assert.Equal((type, isShown), (kind?.MediaType, kind?.IsShown ?? false));
    }

    [Fact]
    public async Task A_file_is_kept_once_under_its_first_name_and_found()
    {
        var bytes = "%PDF-1.7 a"u8.ToArray();
        var kept = Assert.IsType<DocumentOutcome.Kept>(await Store.AddAsync(bytes, "https://old.example/up/The%20%22report%22.pdf?x=1", Cancellation));
        Assert.Equal(("The--report.pdf", $"/media/{kept.Hash}/file/The--report.pdf"), (kept.Name, kept.Path));
        Assert.Equal(kept, await Store.AddAsync(bytes, "other.pdf", Cancellation));
        Assert.Equal(("The--report.pdf", "application/pdf"), await Store.FindAsync(kept.Hash, Cancellation) is { } found ? (found.Name, found.Kind.MediaType) : default);
        await using var content = await Store.OpenAsync(kept.Hash, Cancellation);
        Assert.Equal(bytes.Length, content!.Length);
        Assert.Null(await small.Installation.Stores.Renditions.FindAsync(kept.Hash, 400, RenditionFormat.Jpeg, Cancellation));
    }

    [Fact]
    public async Task What_is_refused_says_why_and_leaves_nothing()
    {
        var refused = Assert.IsType<DocumentOutcome.Refused>(await Store.AddAsync("<html>"u8.ToArray(), "a.pdf", Cancellation));
        Assert.Contains("PDF", refused.Reason, StringComparison.Ordinal);
        Assert.False(Directory.Exists(Path.Combine(small.Folder, "media", "originals")));
    }
}
