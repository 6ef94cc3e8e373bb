using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>A picture has its place before its file has come: nobody's line moves away while it is read.</summary>
public sealed class PicturePlaceTests(DemoSite site, Chromium chromium)
{
    /// <summary>In CSS pixels: a rendition's shape is a whole number of its own pixels, so each picture above may add half a one.</summary>
    private const double Rounding = 4;

    private const string Fonts = "() => document.fonts.status === 'loaded' && [...document.fonts].some(each => each.status === 'loaded')";

    private const string Places = """
        () => [...document.querySelectorAll('img, figcaption, article > *, .body > *')].map(each => {
          const box = each.getBoundingClientRect();
          return { of: `<${each.localName} class="${each.className}">`, box: [box.left, box.top + scrollY, box.width, box.height] };
        })
        """;

    private sealed record Place(string Of, double[] Box);

    [Theory]
    [InlineData(1280)]
    [InlineData(360)]
    public async Task Nothing_moves_when_a_picture_comes(int width)
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 800 } });
        var moved = new List<string>();
        var pictures = 0;
        foreach (var (kind, path) in (await PageKinds.OfAsync(site)).Where(page => page.Kind.Contains("story:", StringComparison.Ordinal) || page.Kind.EndsWith("front", StringComparison.Ordinal)))
        {
            var page = await window.NewPageAsync();
            var gate = new TaskCompletionSource();
            await page.RouteAsync("**/media/**", async route =>
            {
                await gate.Task;
                await route.ContinueAsync();
            });
            await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.DOMContentLoaded });
            await page.WaitForFunctionAsync(Fonts);
            var before = await PlacesAsync(page);

            gate.SetResult();
            pictures += await page.EvaluateAsync<int>("""
                async () => {
                  const pictures = [...document.images];
                  pictures.forEach(each => each.loading = 'eager');
                  await Promise.all(pictures.map(each => each.complete || new Promise(done => each.onload = each.onerror = done)));
                  return pictures.filter(each => each.naturalWidth > 0).length;
                }
                """);
            await page.WaitForFunctionAsync(Fonts);
            var after = await PlacesAsync(page);
            moved.AddRange(before.Zip(after)
                .Where(pair => pair.First.Box.Zip(pair.Second.Box).Any(side => Math.Abs(side.First - side.Second) > Rounding))
                .Take(1).Select(pair => $"{kind}: {pair.First.Of} at {Said(pair.First)} came to {Said(pair.Second)}"));
            await page.CloseAsync();
        }

        Assert.Empty(moved);
        Assert.InRange(pictures, 10, int.MaxValue);
    }

    private static async Task<IReadOnlyList<Place>> PlacesAsync(IPage page) =>
        [.. (await page.EvaluateAsync<JsonElement>(Places)).EnumerateArray().Select(each => new Place(
            each.GetProperty("of").GetString()!, [.. each.GetProperty("box").EnumerateArray().Select(side => side.GetDouble())]))];

    private static string Said(Place place) => string.Join(' ', place.Box.Select(side => side.ToString("0", CultureInfo.InvariantCulture)));
}
