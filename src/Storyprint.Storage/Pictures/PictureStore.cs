using System.Security.Cryptography;
using SkiaSharp;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>Originals, kept untouched under the hash of their bytes. Readers only ever get renditions.</summary>
public sealed class PictureStore(Database database, MediaStore media, TimeProvider clock)
{
    /// <summary>The largest original accepted, in bytes.</summary>
    public const long MaxSize = 64L << 20;

    private const long MaxPixels = 80_000_000;

    /// <summary>Adds a picture; the same bytes are kept once.</summary>
    public async Task<PictureOutcome> AddAsync(byte[] bytes, CancellationToken cancellation = default)
    {
        if (bytes.LongLength > MaxSize)
        {
            return new PictureOutcome.Refused($"The file has {bytes.LongLength >> 20} MB; at most {MaxSize >> 20} MB are taken.");
        }

        // Only the header is decoded here: size and format are known before a hostile file can claim memory.
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || MediaType(codec.EncodedFormat) is not { } mediaType)
        {
            return new PictureOutcome.Refused("The file is not a JPEG, PNG, WebP or GIF picture.");
        }

        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
        {
            return new PictureOutcome.Refused($"The picture has {codec.Info.Width} × {codec.Info.Height} pixels; at most 80 million are taken.");
        }

        if (!PictureEnd.IsReached(bytes))
        {
            return new PictureOutcome.Refused("The file was cut short: its end is missing, and only a part of the picture could be shown.");
        }

        var (width, height) = ExifOrientation.Size(codec);
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes));
        await media.WriteOriginalAsync(hash, bytes, cancellation);

        // The file is written before its row: a row never names a missing file.
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            INSERT INTO picture (hash, media_type, width, height, byte_size, added_at) VALUES (@hash, @type, @width, @height, @size, @at)
            ON CONFLICT (hash) DO UPDATE SET withdrawn_at = NULL
            """,
            cancellation, ("@hash", hash), ("@type", mediaType), ("@width", width), ("@height", height),
            ("@size", bytes.LongLength), ("@at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return new PictureOutcome.Kept(hash, width, height);
    }

    private static string? MediaType(SKEncodedImageFormat format) => format switch
    {
        SKEncodedImageFormat.Jpeg => "image/jpeg",
        SKEncodedImageFormat.Png => "image/png",
        SKEncodedImageFormat.Webp => "image/webp",
        SKEncodedImageFormat.Gif => "image/gif",
        _ => null,
    };
}
