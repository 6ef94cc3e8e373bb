using System.Text.RegularExpressions;

namespace Storyprint.Formats.Wxr;

/// <summary>Recognises WordPress's resized pictures: <c>boat-300x200.jpg</c> is <c>boat.jpg</c>.</summary>
internal static partial class WordPressImageSizes
{
    public static bool AreSame(string? one, string? other) =>
        one is not null && other is not null && string.Equals(Plain(one), Plain(other), StringComparison.OrdinalIgnoreCase);

    /// <summary>The address of the original, without its scheme.</summary>
    public static string Plain(string address)
    {
        var path = address.Split('?', '#')[0];
        var host = path.IndexOf("://", StringComparison.Ordinal);
        return Size().Replace(host < 0 ? path : path[(host + 3)..], string.Empty);
    }

    [GeneratedRegex(@"-(\d{2,5}x\d{2,5}|scaled)(?=\.[A-Za-z]{3,4}$)")]
    private static partial Regex Size();
}
