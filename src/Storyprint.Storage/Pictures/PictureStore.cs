using System.Security.Cryptography;
using SkiaSharp;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Stories;

namespace Storyprint.Storage.Pictures;

/// <summary>Originals, kept untouched under the hash of their bytes. Readers only ever get renditions.</summary>
public sealed class PictureStore(Database database, MediaStore media, TimeProvider clock)
{
    /// <summary>The largest original accepted, in bytes.</summary>
    public const long MaxSize = 64L << 20;

    /// <summary>The documents and sounds that are kept beside the pictures.</summary>
    public DocumentStore Documents => new(database, media, clock);

    /// <summary>The addresses that imported files had before.</summary>
    public LegacyTargetStore Addresses => new(database);

    private const long MaxPixels = 80_000_000;

    /// <summary>Adds a picture; the same bytes are kept once.</summary>
    public async Task<PictureOutcome> AddAsync(byte[] bytes, CancellationToken cancellation = default)
    {
        var (outcome, mediaType) = Examined(bytes);
        if (outcome is not PictureOutcome.Kept picture)
        {
            return outcome;
        }

        await media.WriteOriginalAsync(picture.Hash, bytes, cancellation);

        // The file is written before its row: a row never names a missing file.
        await using var connection = await database.OpenAsync(cancellation);
        await connection.ExecuteAsync(
            """
            INSERT INTO picture (hash, media_type, width, height, byte_size, added_at) VALUES (@hash, @type, @width, @height, @size, @at)
            ON CONFLICT (hash) DO UPDATE SET withdrawn_at = NULL
            """,
            cancellation, ("@hash", picture.Hash), ("@type", mediaType), ("@width", picture.Width), ("@height", picture.Height),
            ("@size", bytes.LongLength), ("@at", clock.GetUtcNow().ToUnixTimeMilliseconds()));
        return picture;
    }

    /// <summary>Adds a part of a picture as a picture of its own; the one it is cut from stays as it is.</summary>
    /// <param name="hash">SHA-256 of the original, lower-case hex.</param>
    public async Task<CropOutcome> CropAsync(string hash, PictureArea area, CancellationToken cancellation = default)
    {
        if (await SizeAsync(hash, cancellation) is not var (width, height))
        {
            return new CropOutcome.NoPicture();
        }

        if (!area.IsWithin(width, height))
        {
            return new CropOutcome.Outside(width, height);
        }

        if (area.IsAllOf(width, height))
        {
            return new CropOutcome.Cut(new PictureOutcome.Kept(hash, width, height));
        }

        if (!area.IsLargeEnough)
        {
            return new CropOutcome.TooSmall();
        }

        if (await media.ReadOriginalAsync(hash, cancellation) is not { } bytes)
        {
            return new CropOutcome.NoPicture();
        }

        return await PictureCutter.CutAsync(bytes, area, cancellation) is not { } cut ? new CropOutcome.Refused("The picture can no longer be decoded.")
            : await AddAsync(cut, cancellation) switch
            {
                PictureOutcome.Kept kept => new CropOutcome.Cut(kept),
                PictureOutcome.Refused(var reason) => new CropOutcome.Refused(reason),
                var outcome => throw new InvalidOperationException($"Unknown outcome {outcome}."),
            };
    }

    private async Task<(int Width, int Height)?> SizeAsync(string hash, CancellationToken cancellation)
    {
        if (hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync(
            "SELECT width, height FROM picture WHERE hash = @hash AND withdrawn_at IS NULL AND width > 0", row => ((int, int)?)(row.GetInt32(0), row.GetInt32(1)), cancellation, ("@hash", hash));
    }

    /// <summary>What <see cref="AddAsync"/> would answer; nothing is stored.</summary>
    public static PictureOutcome Examine(byte[] bytes) => Examined(bytes).Outcome;

    private static (PictureOutcome Outcome, string? MediaType) Examined(byte[] bytes)
    {
        static (PictureOutcome, string?) Refused(string reason) => (new PictureOutcome.Refused(reason), null);
        if (bytes.LongLength > MaxSize)
        {
            return Refused($"The file has {bytes.LongLength >> 20} MB; at most {MaxSize >> 20} MB are taken.");
        }

        // Only the header is decoded here: size and format are known before a hostile file can claim memory.
        using var data = SKData.CreateCopy(bytes);
        using var codec = SKCodec.Create(data);
        if (codec is null || MediaType(codec.EncodedFormat) is not { } mediaType)
        {
            return Refused("The file is not a JPEG, PNG, WebP or GIF picture.");
        }

        if ((long)codec.Info.Width * codec.Info.Height > MaxPixels)
        {
            return Refused($"The picture has {codec.Info.Width} × {codec.Info.Height} pixels; at most 80 million are taken.");
        }

        if (!PictureEnd.IsReached(bytes))
        {
            return Refused("The file was cut short: its end is missing, and only a part of the picture could be shown.");
        }

        var (width, height) = ExifOrientation.Size(codec);
        return (new PictureOutcome.Kept(Convert.ToHexStringLower(SHA256.HashData(bytes)), width, height), mediaType);
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
