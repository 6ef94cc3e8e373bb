using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Links;

/// <summary>
/// The target of a link inside a story. Only addresses that cannot execute anything in a browser are valid: http, https, mailto, tel, and paths on the
/// publication's own host.
/// </summary>
[JsonConverter(typeof(LinkTargetConverter))]
public readonly record struct LinkTarget
{
    private const int MaxLength = 2048;

    private readonly string? address;

    private LinkTarget(string address) => this.address = address;

    public string Address => address ?? string.Empty;

    /// <summary>Parses an address; false for every other scheme, for empty and over-long text and for control characters.</summary>
    public static bool TryParse(string? text, out LinkTarget target)
    {
        target = default;
        var trimmed = text?.Trim();
        if (trimmed is not { Length: > 0 and <= MaxLength } || trimmed.Any(char.IsControl))
        {
            return false;
        }

        // "//host" and "/\host" lead to another host, so they are treated as such: addresses without a scheme.
        if (trimmed[0] == '/')
        {
            if (trimmed.Length > 1 && trimmed[1] is '/' or '\\')
            {
                return trimmed[1] == '/' && TryParse("https:" + trimmed, out target);
            }

            target = new LinkTarget(ByCode(trimmed.Replace(' ', '+')));
            return true;
        }

        if (!Uri.TryCreate(trimmed, UriKind.Absolute, out var uri)
            || uri.Scheme is not ("http" or "https" or "mailto" or "tel")
            || (uri.Scheme is "http" or "https" && uri.Host.Length == 0))
        {
            return false;
        }

        target = new LinkTarget(uri.AbsoluteUri);
        return true;
    }

    public override string ToString() => Address;

    // Links to stories keep only the code: the words behind it are its headline's, and would outlive a withdrawal in other stories. Only a code with a right
    // check digit counts: addresses of an imported site may look alike ("/news/2019/…").
    private static string ByCode(string path)
    {
        var parts = path.Split('/');
        return parts is ["", "news", { Length: >= 5 } code, not ("print" or "history" or "compare")] && StoryCode.TryFromDigits(code, out var known) && known.HasCheckDigit
            ? $"/news/{code}{(parts[3].IndexOf('#', StringComparison.Ordinal) is var anchor and >= 0 ? parts[3][anchor..] : "")}"
            : path;
    }
}

internal sealed class LinkTargetConverter : JsonConverter<LinkTarget>
{
    public override LinkTarget Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        LinkTarget.TryParse(reader.GetString(), out var target) ? target : throw new JsonException("A stored link is not one that may be shown.");

    public override void Write(Utf8JsonWriter writer, LinkTarget value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Address);
}
