using System.Security.Cryptography;
using System.Text;
using Storyprint.Stories.Body;
using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Links;

/// <summary>
/// Links of an archive's item that may lead to another item of the same archive. They are marked with a hash of what they were, so that a second import finds the
/// story unchanged whatever they lead to here, and no word of a withdrawn story's old address stays in them.
/// </summary>
public static class ArchiveLink
{
    /// <summary>The content with each such link marked: paths, and addresses of the archive's own host.</summary>
    /// <param name="host">The archive's host, or null.</param>
    public static StoryContent Mark(StoryContent content, string? host) =>
        content.Body.SelectMany(block => block.RichTexts).Append(content.Sources ?? RichText.Empty).Any(text => text.Runs.Any(run => IsOfArchive(run.Link, host)))
            ? StoryFields.Map(content, (_, text) => new RichText([.. text.Runs.Select(run => IsOfArchive(run.Link, host) ? run with { Was = HashOf(run.Link!.Value) } : run)]))
            : content;

    /// <summary>The first eight bytes of SHA-256 in hex.</summary>
    public static string HashOf(LinkTarget link) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(link.Address)).AsSpan(0, 8));

    /// <summary>Whether two hosts are those of one site: with or without <c>www</c>.</summary>
    public static bool IsSameHost(string one, string other) => string.Equals(WithoutWww(one), WithoutWww(other), StringComparison.OrdinalIgnoreCase);

    private static bool IsOfArchive(LinkTarget? link, string? host) => link?.Address switch
    {
        null => false,
        ['/', ..] and var path => !IsByCode(path),
        var address => host is not null && Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is "http" or "https" && IsSameHost(uri.Host, host),
    };

    private static bool IsByCode(string path) => path.StartsWith("/news/", StringComparison.Ordinal) && path.AsSpan("/news/".Length).IndexOfAnyExceptInRange('0', '9') < 0;

    private static string WithoutWww(string host) => host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? host[4..] : host;
}
