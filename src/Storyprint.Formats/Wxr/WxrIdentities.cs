using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;
using Storyprint.Stories.Archives;

namespace Storyprint.Formats.Wxr;

/// <summary>By what the items of an export are known (docs/decisions/0020).</summary>
internal sealed class WxrIdentities(WxrIndex index, ImportOptions options, string fileName)
{
    private readonly HashSet<string> sources = new(StringComparer.Ordinal);

    /// <summary>The name of an item among all archives.</summary>
    /// <param name="ordinal">Its place in the file, from 1.</param>
    public string SourceOf(WxrItem item, int ordinal)
    {
        var id = item.Id > 0 ? $"{item.Id}" : NumberIn(item["guid"]) ?? NumberIn(item["link"]) ?? $"item-{ordinal}";
        var source = $"wxr:{SiteOf(item)}:{id}";

        // Exports merged from two sites use numbers twice; the second item of a number gets its position too.
        return sources.Add(source) ? source : $"{source}:{ordinal}";
    }

    // A site may be one of several on a host. An export that does not name its site has it in its items' own addresses.
    private string SiteOf(WxrItem item) =>
        new[] { index.Home, HostOf(item["guid"]), HostOf(item["link"]) }.OfType<Uri>().Select(site => site.Authority + site.AbsolutePath.TrimEnd('/')).FirstOrDefault() ?? string.Empty;

    private static Uri? HostOf(string address) => Addresses.Web(address.Trim(), null) is { } known ? new Uri(new Uri(known), "/") : null;

    /// <summary>A number that is the item's own, with its site; or else its address; or else only its place in the file.</summary>
    public ArchiveIdentity Of(WxrItem item, string source)
    {
        var name = source["wxr:".Length..];
        var number = item.Id > 0 ? $"{item.Id}" : NumberIn(item["guid"]) ?? NumberIn(item["link"]);
        var isNumbered = number is not null && name == $"{SiteOf(item)}:{number}" && name[0] != ':';
        return new ArchiveIdentity
        {
            Format = "wxr",
            Archive = options.Archive,
            Item = isNumbered ? name : null,
            Link = isNumbered ? null : ArchiveIdentity.LinkOf(item["link"].Trim()) ?? ArchiveIdentity.LinkOf(item["guid"].Trim()),
            Place = $"{options.Archive ?? fileName}/{name[(name.IndexOf(':', StringComparison.Ordinal) + 1)..].Replace(':', '-')}",
            OtherPlaces = options.Archive is not null ? [] : !isNumbered ? [name] : [.. Earlier(name, number!)],
        };
    }

    // Versions before this knew a site by its host alone.
    private static IEnumerable<string> Earlier(string name, string number) => name.IndexOf('/', StringComparison.Ordinal) is > 0 and var path ? [$"{name[..path]}:{number}"] : [];

    private static string? NumberIn(string address)
    {
        var at = address.IndexOf("?p=", StringComparison.Ordinal);
        var digits = at < 0 ? string.Empty : string.Concat(address[(at + 3)..].TakeWhile(char.IsAsciiDigit));
        return digits.Length > 0 ? digits : null;
    }
}
