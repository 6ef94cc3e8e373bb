using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Feeds;

/// <summary>Makes links absolute, so that they work wherever the text is read.</summary>
internal static class AbsoluteLinks
{
    public static string Address(string address, string origin) => address.StartsWith('/') ? origin + address : address;

    public static RichText From(RichText text, string origin) =>
        text.Runs.Any(run => run.Link is { Address: ['/', ..] })
            ? new RichText([.. text.Runs.Select(run => run with { Link = From(run.Link, origin) })])
            : text;

    public static BulletList From(BulletList list, string origin) =>
        list with { Items = [.. list.Items.Select(item => item with { Text = From(item.Text, origin) })] };

    private static LinkTarget? From(LinkTarget? link, string origin) =>
        link is { } target && LinkTarget.TryParse(Address(target.Address, origin), out var absolute) ? absolute : link;
}
