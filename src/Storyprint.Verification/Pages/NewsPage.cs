using System.Text.Json;
using AngleSharp.Html.Parser;

namespace Storyprint.Verification.Pages;

/// <summary>What a news page says about itself to machines.</summary>
/// <param name="Revision"><c>CODE.REV</c> from <c>storyprint:revision</c>, or null; several that differ are none.</param>
/// <param name="Version">The revision's number from the JSON-LD, or null.</param>
/// <param name="Status"><c>current</c>, <c>updated</c>, <c>corrected</c> or <c>retracted</c> from <c>storyprint:status</c>, or null.</param>
/// <param name="IsListed">Whether it stands in lists, as a story does and a standing page does not.</param>
internal sealed record NewsPage(string? Revision, string? Version, string? Status, bool IsListed = true)
{
    public const int MaxLength = 8 << 20;

    public static NewsPage Read(byte[] html)
    {
        using var page = new HtmlParser().ParseDocument(new MemoryStream(html));
        string? Meta(string name) => Only(page.QuerySelectorAll($"meta[name='{name}']").Select(meta => meta.GetAttribute("content")));
        return new NewsPage(
            Meta("storyprint:revision"),
            Only(page.QuerySelectorAll("script[type='application/ld+json']").Select(script => VersionOf(script.TextContent)).Where(version => version is not null)),
            Meta("storyprint:status"),
            page.QuerySelector("article .dates, article .identity") is not null);
    }

    private static string? Only(IEnumerable<string?> values) => values.Distinct().Take(2).ToArray() is [var one] ? one : null;

    private static string? VersionOf(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            return VersionOf(document.RootElement);
        }
        catch (JsonException)
        {
            // Then the page does not say it to machines; its absence is what gets reported.
            return null;
        }
    }

    private static string? VersionOf(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Array => element.EnumerateArray().Select(VersionOf).FirstOrDefault(version => version is not null),
        JsonValueKind.Object when element.TryGetProperty("@graph", out var graph) => VersionOf(graph),
        JsonValueKind.Object when element.TryGetProperty("version", out var version) => version.ValueKind is JsonValueKind.String or JsonValueKind.Number ? version.ToString() : null,
        _ => null,
    };
}
