using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;
using Storyprint.Storage.Log;
using Storyprint.Stories.Codes;
using Storyprint.Tests.Storage.Releases;
using Storyprint.Web.Log;

namespace Storyprint.Tests.Operations.Recovery;

/// <summary>The log and the revisions of a desk, written as an archive writes them.</summary>
internal sealed class CopyInFolder : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("storyprint-copy-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<CopyInFolder> OfAsync(ReleaseFixture desk)
    {
        var copy = new CopyInFolder();
        var checkpoint = (await desk.Served.CheckpointAsync(Cancellation))!;
        await copy.WriteAsync(PublishedFiles.Checkpoint, checkpoint.ToBytes());
        await copy.WriteAsync(PublishedFiles.Keys, (await new KeyStore(desk.Database, TestPublicationLog.Publisher).ListAsync(Cancellation)).ToBytes());
        var size = checkpoint.Body.Size;
        foreach (var path in TileSet.Hashes(size).Concat(TileSet.Entries(size)))
        {
            var bytes = (await desk.Served.TileAsync(path, Cancellation))!;
            await copy.WriteAsync(PublishedFiles.Tile(path), bytes);
            if (path.IsEntries && EntryBundle.TryParse(bytes, path.Width, out var entries, out _))
            {
                await copy.WriteRevisionsAsync(desk, entries);
            }
        }

        return copy;
    }

    public string File(string address) => Path.Combine(Folder, PublishedFiles.FileFor(address));

    public string Revision(StoryCode code, int number) => File($"api/v1/revisions/{code}.{number}");

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private async Task WriteRevisionsAsync(ReleaseFixture desk, IReadOnlyList<ReadOnlyMemory<byte>> entries)
    {
        foreach (var bytes in entries)
        {
            if (LogEntry.TryParse(bytes.Span, out var entry, out _) && entry is RevisionEntry revision && RevisionId.TryParse(revision.Revision.ToString(), out var id))
            {
                await WriteAsync(PublishedFiles.Revision(revision.Revision), LogRoutes.DocumentOf((await desk.Served.FindAsync(id, Cancellation))!).ToBytes());
            }
        }
    }

    private async Task WriteAsync(string address, byte[] bytes)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(File(address))!);
        await System.IO.File.WriteAllBytesAsync(File(address), bytes, Cancellation);
    }
}
