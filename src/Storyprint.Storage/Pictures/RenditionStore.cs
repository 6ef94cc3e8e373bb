using SkiaSharp;
using Storyprint.Storage.Engine;

namespace Storyprint.Storage.Pictures;

/// <summary>Resized pictures for readers, created on first request. They have no EXIF, so they do not tell where they were taken.</summary>
public sealed class RenditionStore(Database database, MediaStore media) : IDisposable
{
    /// <summary>Widths in pixels; a picture is never made larger than it is.</summary>
    public static IReadOnlyList<int> Widths { get; } = [400, 660, 800, 1050, 1600];

    /// <summary>The width of the one JPEG that pages name, for browsers that know no WebP, and of pictures in a column of paper.</summary>
    public const int Fallback = 800;

    /// <summary>What feeds and networks get, and paper across its columns.</summary>
    public static int Largest => Widths[^1];

    // Whoever asks for the same meanwhile gets what was made.
    private readonly SemaphoreSlim oneAtATime = new(1);

    /// <summary>The widths worth asking for: up to the first that holds every pixel of the original.</summary>
    /// <param name="original">Pixels.</param>
    public static IEnumerable<int> WidthsOf(int original) => Widths.Where((_, index) => index == 0 || Widths[index - 1] < original);

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
        if (!await IsPublicAsync(hash, "AND width > 0", cancellation))
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
        hash.Length == 64 && hash.All(char.IsAsciiHexDigitLower) && await IsPublicAsync(hash, string.Empty, cancellation) ? await media.OpenOriginalAsync(hash, cancellation) : null;

    /// <summary>Whether the picture was withdrawn.</summary>
    public async Task<bool> IsWithdrawnAsync(string hash, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>(
            "SELECT COUNT(*) FROM picture WHERE hash = @hash AND withdrawn_at IS NOT NULL", cancellation, ("@hash", hash)) == 1;
    }

    public void Dispose() => oneAtATime.Dispose();

    private async Task<bool> IsPublicAsync(string hash, string filter, CancellationToken cancellation)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.ScalarAsync<long>($"SELECT COUNT(*) FROM picture WHERE hash = @hash AND withdrawn_at IS NULL {filter}", cancellation, ("@hash", hash)) == 1;
    }

    private async Task<byte[]> CreateAsync(string hash, int width, RenditionFormat form, CancellationToken cancellation)
    {
        await using var original = await media.OpenOriginalAsync(hash, cancellation) ?? throw new FileNotFoundException($"The original {hash} is missing from the media.");
        using var bytes = new MemoryStream();
        await original.CopyToAsync(bytes, cancellation);
        using var data = SKData.CreateCopy(bytes.GetBuffer().AsSpan(0, (int)bytes.Length));
        return await Decoding.RunAsync(() => RenditionEncoder.Create(data, hash, width, form), cancellation);
    }
}
