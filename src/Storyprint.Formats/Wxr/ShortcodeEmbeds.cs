namespace Storyprint.Formats.Wxr;

/// <summary>The address of an embed in a shortcode.</summary>
internal static class ShortcodeEmbeds
{
    private static readonly string[] AddressAttributes = ["src", "url", "mp4", "m4v", "webm", "ogv", "mp3", "m4a", "ogg", "wav", "flv", "id", "v", "status"];

    public static string? Address(ShortcodeTag tag, string inner)
    {
        var given = new[] { inner.Trim() }.Concat(AddressAttributes.Select(tag.Attribute)).Append(tag.Bare).FirstOrDefault(text => text.Length > 0);
        if (given is null)
        {
            return null;
        }

        if (given.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || given.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return System.Net.WebUtility.HtmlDecode(given);
        }

        var id = Uri.EscapeDataString(given);
        return given.Any(char.IsWhiteSpace) || given.Length > 100 ? null : tag.Name switch
        {
            "youtube" => $"https://www.youtube.com/watch?v={id}",
            "vimeo" => $"https://vimeo.com/{id}",
            "dailymotion" => $"https://www.dailymotion.com/video/{id}",
            "tweet" or "twitter" => $"https://twitter.com/i/status/{id}",
            "ted" => $"https://www.ted.com/talks/{id}",
            "wpvideo" => $"https://videopress.com/v/{id}",
            _ => null,
        };
    }
}
