using Storyprint.Formats.Encodings;

namespace Storyprint.Formats.Imports;

/// <summary>Reads a file of an archive, within a limit.</summary>
internal static class ImportFile
{
    /// <summary>Its bytes; or why they cannot be read.</summary>
    public static (byte[]? Bytes, string Reason) ReadBytes(string path, long mostBytes)
    {
        try
        {
            return new FileInfo(path).Length > mostBytes
                ? (null, $"The file is larger than {mostBytes / 1024 / 1024} MB, which no story is. Split it, or leave it.")
                : (File.ReadAllBytes(path), string.Empty);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return (null, $"The file cannot be opened: {error.Message}");
        }
    }

    /// <summary>The text of a file that speaks of others, such as a site's settings; null where it cannot be read.</summary>
    public static string? ReadText(string path, long mostBytes) => ReadBytes(path, mostBytes).Bytes is { } bytes ? TextEncodingDetector.Decode(bytes).Text : null;
}
