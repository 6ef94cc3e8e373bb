using System.Text;
using System.Text.RegularExpressions;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Stories;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Site;
using Storyprint.Web.SocialImages;

namespace Storyprint.Operations.Sites;

/// <summary>The page of a draft as one file that a browser opens: with its style and its pictures in it, and links that lead to the public address.</summary>
public sealed partial class DraftPreview(Installation installation)
{
    /// <param name="isPrint">Whether it is the page for paper.</param>
    public async Task<byte[]> PageAsync(Draft draft, bool isPrint, CancellationToken cancellation = default)
    {
        await using var site = await InProcessSite.StartAsync(installation, installation.Publication, isCopy: false, cancellation);
        var preview = new StoryPreview(
            site.Services.GetRequiredService<StoryStore>(), site.Services.GetRequiredService<StoryPageHandler>(), site.Services.GetRequiredService<PrintPageHandler>(), site.Services.GetRequiredService<SocialImageHandler>(), TimeProvider.System);
        var page = isPrint ? await preview.PrintAsync(draft, cancellation) : await preview.PageAsync(draft, cancellation);
        return Encoding.UTF8.GetBytes(await StandaloneAsync(site, Encoding.UTF8.GetString(page.Body), cancellation));
    }

    private async Task<string> StandaloneAsync(InProcessSite site, string page, CancellationToken cancellation)
    {
        page = await ReplacedAsync(StyleSheet(), page, async address => await site.AskAsync(address, cancellation) is { Status: 200 } reply ? $"<style>{Encoding.UTF8.GetString(reply.Body.Span)}</style>" : string.Empty);
        page = Sizes().Replace(page, string.Empty);
        page = await ReplacedAsync(Source(), page, async address => await site.AskAsync(address, cancellation) is { Status: 200 } reply
            ? $"src=\"data:{reply.MediaType.Split(';')[0]};base64,{Convert.ToBase64String(reply.Body.Span)}\"" : "src=\"\"");

        // What is left leads to the site, also out of a style sheet.
        var origin = installation.Publication.PublicAddress.Origin;
        return InStyle().Replace(Link().Replace(page, $"$1\"{origin}/"), $"url($1{origin}/");
    }

    private static async Task<string> ReplacedAsync(Regex what, string page, Func<string, Task<string>> by)
    {
        var (written, from) = (new StringBuilder(page.Length), 0);
        foreach (Match found in what.Matches(page))
        {
            written.Append(page, from, found.Index - from).Append(await by(System.Net.WebUtility.HtmlDecode(found.Groups[1].Value)));
            from = found.Index + found.Length;
        }

        return written.Append(page, from, page.Length - from).ToString();
    }

    [GeneratedRegex("<link rel=\"stylesheet\" href=\"(/[^\"]*)\">")]
    private static partial Regex StyleSheet();

    // Widths for phones: a file on a disk has one.
    [GeneratedRegex(" (?:srcset|sizes)=\"[^\"]*\"|<source [^>]*>|<link rel=\"preload\"[^>]*>|<script src=[^>]*></script>")]
    private static partial Regex Sizes();

    [GeneratedRegex("src=\"(/[^\"]*)\"")]
    private static partial Regex Source();

    [GeneratedRegex("( (?:href|action|poster)=)\"/(?!/)")]
    private static partial Regex Link();

    [GeneratedRegex("url\\(([\"']?)/(?!/)")]
    private static partial Regex InStyle();
}
