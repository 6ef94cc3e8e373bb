using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Wxr;

/// <summary>Converts the body of a story: block comments and shortcodes first, then the HTML, then the featured image.</summary>
internal static class WxrBody
{
    /// <summary>What to do where a file is missing that another part of the export may hold.</summary>
    public const string Parts = "If the export came in parts, import the folder that holds all of them.";

    public static IReadOnlyList<Block> Read(WxrItem item, WxrIndex index, ImportWarnings warnings)
    {
        var content = item["content:encoded"];
        var hasBlocks = content.Contains("<!-- wp:", StringComparison.Ordinal);
        content = WxrFootnotes.Place(SyncedPatterns.Insert(content, index, warnings), item.Meta["footnotes"], warnings);
        var html = hasBlocks ? GutenbergBlocks.Apply(content, index, warnings) : content;
        html = ShortcodeExpander.Apply(html, item.Id, index, warnings);
        var home = Uri.TryCreate(item["link"].Trim(), UriKind.Absolute, out var link) && link.Scheme is "http" or "https" ? link : index.Home;
        var (body, lost) = HtmlToBlocks.Read(html, new HtmlToBlocksOptions { Address = home, NewlinesBreak = !hasBlocks, IsOfArchive = index.HasAddress });
        warnings.AddAll(lost);
        return WithFiles(WithFeatured(body, item, index, warnings), item, index);
    }

    // The sound of a podcast stands in a field of its own: address, size and kind, a line each.
    private static IReadOnlyList<Block> WithFiles(IReadOnlyList<Block> body, WxrItem item, WxrIndex index)
    {
        var files = item.Meta.All("enclosure").Select(value => value.Split('\n')[0].Trim()).Concat(item.Files)
            .Select(address => Addresses.Web(address, index.Home)).OfType<string>().Distinct()
            .Where(address => !body.Any(block => block switch
            {
                Embed embed => embed.Address == address,
                Picture picture => WordPressImageSizes.AreSame(picture.Address, address),
                _ => block.RichTexts.Any(text => text.Runs.Any(run => run.Link?.Address == address)),
            }));
        return [.. body, .. files.Select(address => new Embed(address, null))];
    }

    private static IReadOnlyList<Block> WithFeatured(IReadOnlyList<Block> body, WxrItem item, WxrIndex index, ImportWarnings warnings)
    {
        if (!long.TryParse(item.Meta["_thumbnail_id"], out var id) || id <= 0)
        {
            return body;
        }

        if (index.Attachment(id) is not { } attachment || Addresses.Web(attachment.Address, index.Home) is not { } address)
        {
            warnings.Add($"Its featured picture (attachment {id}) is not in the file. {Parts}");
            return body;
        }

        var (words, others) = HtmlToBlocks.ReadText(attachment.Caption, new HtmlToBlocksOptions { Address = index.Home }, warnings, "a caption");
        return OpeningPicture.Before([.. others, .. body], new Picture { Address = address, Alt = attachment.Alt, Caption = words }, WordPressImageSizes.AreSame);
    }
}
