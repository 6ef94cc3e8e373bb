using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Links;

/// <summary>The address readers reach the publication at, as in <c>https://news.example.org</c>; every link and mark is made from it.</summary>
public sealed record PublicAddress
{
    private PublicAddress(string origin, string host) => (Origin, Host) = (origin, host);

    /// <summary>Scheme, host and port, without a slash at the end.</summary>
    public string Origin { get; }

    /// <summary>Host, with its port where it is not the scheme's own; the publisher's name in log and seals.</summary>
    public string Host { get; }

    /// <summary>Reads an http or https address without path, query, fragment or user.</summary>
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

    /// <summary>The one canonical address of a story, with the slug percent-encoded for use as a link.</summary>
    public string NewsLink(StoryCode code, Slug slug) => Origin + NewsPath(code, slug);

    /// <summary>The news link as people read it: the slug in its own script.</summary>
    public string ReadableNewsLink(StoryCode code, Slug slug) =>
        InPath(slug) is { } readable ? $"{Origin}/news/{code}/{readable}" : $"{Origin}/news/{code}";

    public string ShortLink(StoryCode code) => $"{Origin}/{code}";

    /// <summary>What the link mark on paper holds: the short link of one revision.</summary>
    public string RevisionLink(RevisionId revision) => $"{Origin}/{revision}";

    /// <summary>The path of the news link on the publication's host.</summary>
    public static string NewsPath(StoryCode code, Slug slug) =>
        InPath(slug) is { } readable ? $"/news/{code}/{Uri.EscapeDataString(readable)}" : $"/news/{code}";

    /// <summary>The slug as it stands in the news link; null where it is empty or another page of every story has that name.</summary>
    public static string? InPath(Slug slug) => slug.Text is "" or "print" or "history" or "compare" ? null : slug.Text;
}
