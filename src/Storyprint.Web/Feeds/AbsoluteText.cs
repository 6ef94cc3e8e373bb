using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Feeds;

/// <summary>Words whose links lead to the publication's host from wherever they are read.</summary>
internal static class AbsoluteText
{
    public static string Address(string address, string origin) => address.StartsWith('/') ? origin + address : address;

    public static RichText Of(RichText text, string origin) =>
        text.Runs.Any(run => run.Link is { Address: ['/', ..] })
            ? new RichText([.. text.Runs.Select(run => run with { Link = Of(run.Link, origin) })])
            : text;

    public static BulletList Of(BulletList list, string origin) =>
        list with { Items = [.. list.Items.Select(item => item with { Text = Of(item.Text, origin) })] };

    private static LinkTarget? Of(LinkTarget? link, string origin) =>
        link is { } target && LinkTarget.TryParse(Address(target.Address, origin), out var absolute) ? absolute : link;
}
