using System.Text.RegularExpressions;

namespace Storyprint.Stories.Links;

/// <summary>Links to files of the publication: <c>/media/HASH/file/NAME</c>, and pictures at <c>/media/HASH/1600.jpg</c>.</summary>
public static partial class MediaLink
{
    /// <summary>SHA-256 of the file, lower-case hex; null for any other address.</summary>
    public static string? HashOf(string? address) => address is not null && address.Contains("/media/", StringComparison.Ordinal) && File().Match(address) is { Success: true } match ? match.Groups[1].Value : null;

    [GeneratedRegex("^(?:https?://[^/]+)?/media/([0-9a-f]{64})/")]
    private static partial Regex File();
}
