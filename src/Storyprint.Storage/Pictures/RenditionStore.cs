using SkiaSharp;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>Resized pictures for readers, created on first request. They have no EXIF, so they do not tell where they were taken.</summary>
public sealed class RenditionStore(Database database, MediaStore media) : IDisposable
{
    /// <summary>Widths in pixels; a picture is never enlarged.</summary>
    public static IReadOnlyList<int> Widths { get; } = [400, 800, 1600];

    private const int Quality = 82;

    // One at a time: decoding needs more memory than anything else in this program.
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>The file of a rendition, or null where there is no such picture or width.</summary>
    /// <param name="hash">SHA-256 of the original, lower-case hex.</param>
    /// <param name="width">One of <see cref="Widths"/>.</param>
    public async Task<string?> FindAsync(string hash, int width, RenditionFormat form, CancellationToken cancellation = default)
    {
        if (!Widths.Contains(width) || hash.Length != 64 || !hash.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        // Checked before the file: a picture is gone for readers from the moment it is withdrawn.
        if (!await IsPublicAsync(hash, cancellation))
        {
            return null;
        }

        var name = $"{width}.{form.Extension}";
        if (await media.FindRenditionAsync(hash, name, cancellation) is { } path)
        {
            return path;
        }

        await oneAtATime.WaitAsync(cancellation);
        try
        {
            return await media.FindRenditionAsync(hash, name, cancellation)
                ?? await media.KeepRenditionAsync(hash, name, await CreateAsync(hash, width, form, cancellation), cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    /// <summary>The bytes of a picture as it came in, or null where there is no such picture, or none for readers. The caller disposes the stream.</summary>
    /// <param name="hash">SHA-256 of the original, lower-case hex.</param>
    public async Task<Stream?> OpenOriginalAsync(string hash, CancellationToken cancellation = default) =>
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && await IsPublicAsync(hash, cancellation) ? await media.OpenOriginalAsync(hash, cancellation) : null;

    /// <summary>Whether the picture was withdrawn.</summary>
    public async Task<bool> IsWithdrawnAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM picture WHERE hash = @hash AND withdrawn_at IS NOT NULL", cancellation, ("@hash", hash)) == 1;
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<bool> IsPublicAsync(string hash, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>("SELECT COUNT(*) FROM picture WHERE hash = @hash AND withdrawn_at IS NULL", cancellation, ("@hash", hash)) == 1;
    }

    private async Task<byte[]> CreateAsync(string hash, int width, RenditionFormat form, CancellationToken cancellation)
    {
        await using var original = await media.OpenOriginalAsync(hash, cancellation) ?? throw new FileNotFoundException($"The original {hash} is missing from the media.");
        using var bytes = new MemoryStream();
        await original.CopyToAsync(bytes, cancellation);
        using var data = SKData.CreateCopy(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return Create(data, hash, width, form);
    }

    private static byte[] Create(SKData original, string hash, int width, RenditionFormat form)
    {
        using var codec = SKCodec.Create(original) ?? throw new InvalidDataException($"The original {hash} can no longer be read.");
        var decoded = SKBitmap.Decode(codec) ?? throw new InvalidDataException($"The original {hash} can no longer be decoded.");
        using var upright = ExifOrientation.Apply(decoded, codec.EncodedOrigin);
        var scale = Math.Min(1.0, (double)width / upright.Width);
        var info = new SKImageInfo(
            Math.Max(1, (int)Math.Round(upright.Width * scale)), Math.Max(1, (int)Math.Round(upright.Height * scale)), SKColorType.Rgba8888,
            form == RenditionFormat.Jpeg ? SKAlphaType.Opaque : SKAlphaType.Premul);
        using var surface = SKSurface.Create(info);
        if (form == RenditionFormat.Jpeg)
        {
            surface.Canvas.Clear(SKColors.White);
        }

        using var image = SKImage.FromBitmap(upright);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, info.Width, info.Height), new SKSamplingOptions(SKCubicResampler.Mitchell));
        using var snapshot = surface.Snapshot();
        using var encoded = snapshot.Encode(form == RenditionFormat.Jpeg ? SKEncodedImageFormat.Jpeg : SKEncodedImageFormat.Webp, Quality);
        return encoded.ToArray();
    }
}
