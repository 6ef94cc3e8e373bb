using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Wxr;

/// <summary>Converts the body of a story: block comments and shortcodes first, then the HTML, then the featured image.</summary>
internal static class WxrBody
{
    public static IReadOnlyList<Block> Read(WxrItem item, WxrIndex index, ImportWarnings warnings)
    {
        var content = item["content:encoded"];
        var hasBlocks = content.Contains("<!-- wp:", StringComparison.Ordinal);
        var html = hasBlocks ? GutenbergBlocks.Apply(content, index, warnings) : content;
        html = ShortcodeExpander.Apply(html, item.Id, index, warnings);
        var home = Uri.TryCreate(item["link"].Trim(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : index.Home;
        var (body, lost) = HtmlToBlocks.Read(html, new HtmlToBlocksOptions { Address = home, NewlinesBreak = !hasBlocks, IsOfArchive = index.HasAddress });
        warnings.AddAll(lost);
        return WithFeatured(body, item, index, warnings);
    }

    private static IReadOnlyList<Block> WithFeatured(IReadOnlyList<Block> body, WxrItem item, WxrIndex index, ImportWarnings warnings)
    {
        if (!long.TryParse(item.Meta.GetValueOrDefault("_thumbnail_id"), out var id) || id <= 0)
        {
            return body;
        }

        if (index.Attachment(id) is not { } attachment || Addresses.Web(attachment.Address, index.Home) is not { } address)
        {
            warnings.Add($"Its featured picture (attachment {id}) is not in the file.");
            return body;
        }

        var (caption, _) = HtmlToBlocks.Read(attachment.Caption, new HtmlToBlocksOptions { Address = index.Home });
        return OpeningPicture.Before(body, new Picture { Address = address, Alt = attachment.Alt, Caption = BlockFlattener.Flatten(caption).Text }, WordPressImageSizes.AreSame);
    }
}
