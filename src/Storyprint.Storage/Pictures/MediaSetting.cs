using System.Runtime.CompilerServices;

namespace Storyprint.Storage.Pictures;

/// <summary>Where a publication's settings say that pictures are kept.</summary>
public static class MediaSetting
{
    /// <summary>The folder, within the publication's, that pictures are in when nothing else is named.</summary>
    public const string FolderName = "media";

    /// <summary>The store of a setting.</summary>
    /// <param name="setting">A folder, <c>s3://BUCKET/…</c>, or nothing: the folder <c>media</c>.</param>
    /// <param name="folder">The publication's folder.</param>
    /// <exception cref="InvalidOperationException">It cannot be read; the message says why.</exception>
    public static MediaStore Open(string? setting, string folder) =>
        string.IsNullOrWhiteSpace(setting) ? new MediaFolder(Path.Combine(folder, FolderName))
        : setting.StartsWith(BucketAddress.Scheme, StringComparison.Ordinal) ? OpenBucket(BucketAddress.Read(setting), Path.Combine(folder, FolderName))
        : new MediaFolder(Path.Combine(folder, setting));

    // By itself, and not typed as what it is, so that whoever has a folder never loads a client of buckets.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MediaStore OpenBucket(BucketAddress address, string cache) => new MediaBucket(address, new MediaFolder(cache));
}
