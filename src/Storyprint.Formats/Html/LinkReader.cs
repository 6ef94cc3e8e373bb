using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.Html;

/// <summary>Reads links: one that is not allowed loses its target and keeps its words.</summary>
internal static partial class LinkReader
{
    public static LinkTarget? Read(IElement anchor, BlockReader reader)
    {
        var href = anchor.GetAttribute("href");
        if (string.IsNullOrWhiteSpace(href))
        {
            return null;
        }

        var home = reader.Options.Address;
        if (href.TrimStart().StartsWith('#'))
        {
            if (href.Trim().Length > 1 && !anchor.ClassList.Contains("footnote-ref") && anchor.ParentElement?.HasAttribute("data-fn") != true && anchor.TextContent.Trim().Length > 0)
            {
                reader.ImportWarnings.Add("Links to another place in the same text were left out; their words stand.");
            }

            return null;
        }

        var target = OfFile(href, reader.Options.FindFile) is { } file ? file
            : reader.Options.IsOfArchive is { } isOfArchive ? OfArchive(href, home, isOfArchive)
            : Addresses.Link(href, home);
        if (target is null)
        {
            reader.ImportWarnings.Add($"A link that cannot be shown was left out ({ImportWarnings.Short(href)}); its words stand: “{ImportWarnings.Short(anchor.TextContent)}”");
        }

        return target is { } link ? Addresses.OnOwnHost(link, reader.Options.PublishedAt) : null;
    }

    /// <summary>A picture has no link here: one that leads elsewhere than to the picture itself is told.</summary>
    public static void NoteLinkOfPicture(LinkTarget? link, IElement image, ImportWarnings warnings)
    {
        if (link is { } target && !IsOfPicture(target.Address, image))
        {
            warnings.AddLinkOfPicture(target.Address);
        }
    }

    // The import leads it to the story that the file becomes.
    private static LinkTarget? OfFile(string href, Func<string, string?>? find) =>
        find is not null && !Addresses.HasScheme(href.Trim()) && !href.TrimStart().StartsWith("//", StringComparison.Ordinal) && LinkTarget.TryParse(find(href.Trim()), out var file) ? file : null;

    // A path of the archive leads to the story that had it. One that would be taken for a code of ours stays whole: the numbers of two systems mean different stories.
    private static LinkTarget? OfArchive(string href, Uri? home, Func<string, bool> isOfArchive) =>
        !LinkTarget.TryParse(Addresses.Resolve(href, home), out var target) ? null
        : isOfArchive(target.Address) && Uri.TryCreate(target.Address, UriKind.Absolute, out var uri) && uri.PathAndQuery + uri.Fragment is var path
            && LinkTarget.TryParse(path, out var here) && here.Address == path ? here
        : target;

    // Such links only open the picture in another size, or WordPress's page for it, which has the name of its file.
    private static bool IsOfPicture(string address, IElement image)
    {
        var (link, shown) = (NameOf(address), NameOf(image.GetAttribute("src") ?? string.Empty));
        var stem = Stem(shown);
        return stem.Any(char.IsLetter)
            && (link.Equals(shown, StringComparison.OrdinalIgnoreCase) || link.Equals(stem, StringComparison.OrdinalIgnoreCase) || link.StartsWith(stem + "-", StringComparison.OrdinalIgnoreCase));
    }

    // The last part of the path, without what a file's name ends with.
    private static string NameOf(string address)
    {
        var path = address.Split('?', '#')[0];
        var host = path.IndexOf("://", StringComparison.Ordinal);
        var slash = host < 0 ? path.IndexOf('/', StringComparison.Ordinal) : path.IndexOf('/', host + 3);
        path = host >= 0 && slash < 0 ? string.Empty : Uri.UnescapeDataString(path.TrimEnd('/'));
        var name = path[(path.LastIndexOf('/') + 1)..];
        return slash >= path.Length ? string.Empty : name.LastIndexOf('.') is > 0 and var dot ? name[..dot] : name;
    }

    // boat-300x200 is boat.
    private static string Stem(string name) => SizeBehind().Replace(name, string.Empty);

    [GeneratedRegex(@"-(?:\d{2,5}x\d{2,5}|scaled)$")]
    private static partial Regex SizeBehind();
}
