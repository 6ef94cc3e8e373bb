using System.Runtime.CompilerServices;

namespace Storyprint.Storage.Pictures;

/// <summary>Opens the media store that a publication's settings name.</summary>
public static class MediaSetting
{
    /// <summary>The default folder within the publication's.</summary>
    public const string FolderName = "media";

    /// <summary>The store of a setting.</summary>
    /// <param name="setting">A folder, <c>s3://BUCKET/…</c>, or nothing: the folder <c>media</c>.</param>
    /// <param name="folder">The publication's folder.</param>
    /// <exception cref="InvalidOperationException">The setting is invalid; the message says why.</exception>
    public static MediaStore Open(string? setting, string folder) =>
        string.IsNullOrWhiteSpace(setting) ? new MediaFolder(Path.Combine(folder, FolderName))
        : setting.StartsWith(BucketAddress.Scheme, StringComparison.Ordinal) ? OpenBucket(BucketAddress.Read(setting), Path.Combine(folder, FolderName))
        : new MediaFolder(Path.Combine(folder, setting));

    // In a method of its own and without the concrete type, so that publications with a folder never load the S3 client.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static MediaStore OpenBucket(BucketAddress address, string cache) => new MediaBucket(address, new MediaFolder(cache));
}
