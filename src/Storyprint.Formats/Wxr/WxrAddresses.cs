using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>The addresses that WordPress answers with an item: its link, its GUID, its number, and the names it had before.</summary>
internal static class WxrAddresses
{
    /// <param name="home">The site's address, or null.</param>
    public static List<string> Of(WxrItem item, Uri? home)
    {
        string[] own = [item["link"].Trim(), item["guid"].Trim()];
        var web = own.Where(link => Addresses.Web(link, null) is not null).ToList();
        return [.. web.Concat(Numbered(item, home)).Concat(item.OldSlugs.SelectMany(slug => web.Select(link => Renamed(link, item, slug)).OfType<string>())).Distinct()];
    }

    /// <summary>The addresses of an attachment beside its file's: its page, and its number.</summary>
    /// <param name="home">The site's address, or null.</param>
    public static List<string> OfAttachment(WxrItem item, Uri? home)
    {
        List<string> all = [item["link"].Trim(), item["guid"].Trim(), .. item.Id > 0 && home is not null ? [new Uri(home, $"?attachment_id={item.Id}").AbsoluteUri] : Array.Empty<string>()];
        return [.. all.Where(link => Addresses.Web(link, null) is not null).Distinct()];
    }

    // What is no post or page had no number that leads to it alone.
    private static IEnumerable<string> Numbered(WxrItem item, Uri? home)
    {
        if (item.Id > 0 && home is not null && WxrPostTypes.IsNews(item.Type))
        {
            yield return new Uri(home, $"?p={item.Id}").AbsoluteUri;
            if (item.Type == "page")
            {
                yield return new Uri(home, $"?page_id={item.Id}").AbsoluteUri;
            }
        }
    }

    // The same address with the earlier name in the place of the present one.
    private static string? Renamed(string link, WxrItem item, string slug)
    {
        var name = Uri.UnescapeDataString(item["wp:post_name"].Trim());
        if (name.Length == 0 || !Uri.TryCreate(link, UriKind.Absolute, out var uri))
        {
            return null;
        }

        var parts = uri.AbsolutePath.Split('/');
        var at = Array.FindLastIndex(parts, part => string.Equals(Uri.UnescapeDataString(part), name, StringComparison.OrdinalIgnoreCase));
        if (at < 0)
        {
            return null;
        }

        parts[at] = Uri.EscapeDataString(Uri.UnescapeDataString(slug));
        return new Uri(uri, string.Join('/', parts)).AbsoluteUri;
    }
}
