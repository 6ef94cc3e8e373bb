using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Links;

/// <summary>The publication's public address, such as <c>https://news.example.org</c>; all links and marks are made from it.</summary>
public sealed record PublicAddress
{
    private PublicAddress(string origin, string host) => (Origin, Host) = (origin, host);

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>Host, with its port if it is not the default; the publisher's name in log and seals.</summary>
    public string Host { get; }

    /// <summary>Parses an http or https address without path, query, fragment or user.</summary>
    public static bool TryParse(string? text, out PublicAddress address)
    {
        address = new PublicAddress(string.Empty, string.Empty);
        if (!Uri.TryCreate(text, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https")
            || uri.PathAndQuery != "/" || uri.Fragment.Length > 0 || uri.UserInfo.Length > 0)
        {
            return false;
        }

        var host = uri.IsDefaultPort ? uri.IdnHost : $"{uri.IdnHost}:{uri.Port}";
        address = new PublicAddress($"{uri.Scheme}://{host}", host);
        return true;
    }

    /// <summary>The canonical address of a story, with the slug percent-encoded.</summary>
    public string NewsLink(StoryCode code, Slug slug) => Origin + NewsPath(code, slug);

    /// <summary>The canonical address for people to read: the slug in its own script.</summary>
    public string ReadableNewsLink(StoryCode code, Slug slug) =>
        InPath(slug) is { } readable ? $"{Origin}/news/{code}/{readable}" : $"{Origin}/news/{code}";

    public string ShortLink(StoryCode code) => $"{Origin}/{code}";

    /// <summary>The content of the link mark: the short link of one revision.</summary>
    public string RevisionLink(RevisionId revision) => $"{Origin}/{revision}";

    /// <summary>The path of the canonical address.</summary>
    public static string NewsPath(StoryCode code, Slug slug) =>
        InPath(slug) is { } readable ? $"/news/{code}/{Uri.EscapeDataString(readable)}" : $"/news/{code}";

    /// <summary>The slug in the canonical address; null where it is empty or the name of another page of a story.</summary>
    public static string? InPath(Slug slug) => slug.Text is "" or "print" or "history" or "compare" ? null : slug.Text;
}
