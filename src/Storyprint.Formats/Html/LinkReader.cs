using AngleSharp.Dom;
using Storyprint.Stories.Links;

namespace Storyprint.Formats.Html;

/// <summary>Reads links: one that is not allowed loses its target and keeps its words.</summary>
internal static class LinkReader
{
    private static readonly string[] PictureEndings = [".jpg", ".jpeg", ".png", ".gif", ".webp", ".avif", ".svg"];

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
            if (href.Trim().Length > 1 && !anchor.ClassList.Contains("footnote-ref") && anchor.TextContent.Trim().Length > 0)
            {
                reader.ImportWarnings.Add("Links to another place in the same text were left out; their words stand.");
            }

            return null;
        }

        var target = OfFile(href, reader.Options.FindFile) is { } file ? file
            : reader.Options.IsOfArchive is { } isOfArchive ? OfArchive(href, home, isOfArchive)
            : Addresses.Link(href, home);
        var words = ImportWarnings.Short(anchor.TextContent);
        if (target is null)
        {
            reader.ImportWarnings.Add($"A link that cannot be shown was left out ({ImportWarnings.Short(href)}); its words stand: “{words}”");
        }
        else if (words.Length == 0 && anchor.QuerySelector("img") is { } image && !IsOfPicture(target.Value.Address, image))
        {
            reader.ImportWarnings.Add($"The link of a picture was left out: {ImportWarnings.Short(target.Value.Address)}");
        }

        return target;
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

    // Such links only open the picture, or WordPress's page for it, which has the name of its file.
    private static bool IsOfPicture(string address, IElement image)
    {
        var path = address.Split('?', '#')[0].TrimEnd('/');
        var name = path[(path.LastIndexOf('/') + 1)..];
        return address.Contains("attachment", StringComparison.Ordinal)
            || PictureEndings.Any(ending => path.EndsWith(ending, StringComparison.OrdinalIgnoreCase))
            || (name.Length > 2 && image.GetAttribute("src")?.Contains("/" + name, StringComparison.OrdinalIgnoreCase) == true);
    }
}
