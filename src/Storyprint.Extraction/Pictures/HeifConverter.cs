namespace Storyprint.Extraction.Pictures;

/// <summary>Makes a JPEG of a HEIC or AVIF picture by libheif's program, where the machine has it.</summary>
internal static class HeifConverter
{
    private static readonly string[] Programs = ["heif-dec", "heif-convert"];

    public static bool IsThere => Programs.Any(MachineTool.IsThere);

    public static async Task<byte[]?> ToJpegAsync(byte[] bytes, CancellationToken cancellation)
    {
        const string from = "picture.heic", to = "picture.jpg";
        await File.WriteAllBytesAsync(from, bytes, cancellation);
        _ = await MachineTool.RunAsync(Programs.First(MachineTool.IsThere), ["-q", "92", from, to], default, cancellation);
        return File.Exists(to) ? await File.ReadAllBytesAsync(to, cancellation) : null;
    }
}
