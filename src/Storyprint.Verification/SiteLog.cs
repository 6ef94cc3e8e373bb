using Storyprint.Provenance.Notes;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;
using Storyprint.Provenance.Verification;

namespace Storyprint.Verification;

/// <summary>The log of a site, as an audit reads it. The checkpoint is read once: it must be one moment that everything is held against.</summary>
internal sealed class SiteLog(IPublishedSite site) : ILogSource
{
    private const int TileLength = TilePath.FullWidth * 32;
    private const int BundleLength = TilePath.FullWidth * (2 + EntryBundle.MaxEntryLength);
    private const string CheckpointPath = "checkpoint";

    private byte[]? checkpoint;
    private bool isRead;

    public async ValueTask<byte[]?> ReadAsync(string path, CancellationToken cancellation)
    {
        if (path == CheckpointPath && isRead)
        {
            return checkpoint;
        }

        var answer = await site.ReadAsync(PublishedFiles.LogPrefix + path, Limit(path), cancellation);
        var bytes = answer is { IsGone: false } ? answer.Bytes : null;
        if (path == CheckpointPath)
        {
            (checkpoint, isRead) = (bytes, true);
        }

        return bytes;
    }

    private static int Limit(string path) =>
        path == CheckpointPath ? SignedNote.MaxLength : path.StartsWith("tile/entries/", StringComparison.Ordinal) ? BundleLength : TileLength;
}
