using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads video, audio and frames as embeds: address and title only.</summary>
internal static class MediaReader
{
    private static readonly string[] Attributes = ["data-src", "data-lazy-src", "src", "data", "value"];

    /// <summary>Adds the embed. Returns what is still to be read: nothing, or the content where there is no address.</summary>
    public static INode Read(IElement media, BlockReader reader, Action<Block> add)
    {
        var given = new[] { media }.Concat(media.QuerySelectorAll("source, embed, param[name=movie], iframe, track ~ source"))
            .SelectMany(element => Attributes.Select(name => element.GetAttribute(name)))
            .Where(address => !string.IsNullOrWhiteSpace(address) && address != "about:blank")
            .ToList();
        var address = given.Select(one => Addresses.Web(one, reader.Options.Address)).FirstOrDefault(one => one is not null)
            ?? (media.GetAttribute("data-videoid") is { Length: > 0 } id && media.LocalName == "amp-youtube" ? "https://www.youtube.com/watch?v=" + Uri.EscapeDataString(id) : null);
        if (address is null)
        {
            reader.ImportWarnings.Add(given.Count == 0
                ? "A film, sound or frame without an address was left out."
                : $"A film, sound or frame whose address cannot be used was left out: {ImportWarnings.Short(given[0]!)}");
            return media.LocalName is "object" or "video" or "audio" ? media : media.Owner!.CreateDocumentFragment();
        }

        var title = HtmlPlainText.Fold(media.GetAttribute("title") ?? media.GetAttribute("aria-label") ?? string.Empty);
        add(new Embed(address, title.Length == 0 ? null : title));
        return media.Owner!.CreateDocumentFragment();
    }
}
