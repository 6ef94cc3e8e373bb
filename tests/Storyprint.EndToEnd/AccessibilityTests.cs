using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>WCAG 2.2 AA on every kind of page, as far as axe can judge it, and what a keyboard and a narrow window need.</summary>
public sealed class AccessibilityTests(DemoSite site, Chromium chromium)
{
    private const int Desktop = 1280;
    private const int Phone = 360;
    private const int Reflow = 320;

    private const string Axe = """
        async () => (await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'],
        })).violations.flatMap(found => found.nodes.map(node => `${found.id} ${node.target} ${node.any.map(check => check.message).join(' ')}`))
        """;

    [Theory]
    [InlineData(ColorScheme.Light)]
    [InlineData(ColorScheme.Dark)]
    public async Task Axe_finds_nothing_on_any_kind_of_page(ColorScheme scheme)
    {
        // The pages' own policy refuses the injected checker.
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ColorScheme = scheme });
        var script = Tool.Node("axe-core/axe.min.js");
        var page = await window.NewPageAsync();
        var found = new List<string>();
        foreach (var (kind, path) in await PageKinds.OfAsync(site))
        {
            await GoAsync(page, path, Desktop);
            await page.AddScriptTagAsync(new() { Path = script });
            foreach (var width in new[] { Desktop, Phone })
            {
                await page.SetViewportSizeAsync(width, 800);
                found.AddRange((await page.EvaluateAsync<string[]>(Axe)).Select(each => $"{kind}, {width} wide: {each}"));
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task No_page_scrolls_sideways_on_a_narrow_window()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        var wide = new List<string>();
        foreach (var (kind, path) in await PageKinds.OfAsync(site))
        {
            await GoAsync(page, path, Phone);
            foreach (var width in new[] { Phone, Reflow })
            {
                await page.SetViewportSizeAsync(width, 700);
                var over = await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth");
                if (over > 0)
                {
                    var culprit = await page.EvaluateAsync<string>("""
                        () => [...document.querySelectorAll('body *')]
                          .filter(each => { const box = each.getBoundingClientRect(); return box.right > innerWidth + 1 || box.left < -1; })
                          .filter(each => !each.closest('.skip, .table')).slice(0, 3).map(each => `<${each.localName} class="${each.className}">`).join(' ')
                        """);
                    wide.Add($"{kind} at {width}: {over} px over: {culprit}");
                }
            }
        }

        Assert.Empty(wide);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/fa/")]
    public async Task The_first_stop_of_the_keyboard_skips_to_the_text(string path)
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await GoAsync(page, path, Desktop);
        await page.Keyboard.PressAsync("Tab");
        var skip = page.Locator(".skip");
        Assert.True(await skip.EvaluateAsync<bool>("link => link === document.activeElement"));
        Assert.InRange((await skip.BoundingBoxAsync())!.X, 0, Desktop - 20);

        await page.Keyboard.PressAsync("Enter");
        await page.Keyboard.PressAsync("Tab");
        Assert.True(await page.EvaluateAsync<bool>("() => document.activeElement.closest('main') !== null"));
    }

    [Fact]
    public async Task Every_stop_of_the_keyboard_can_be_seen()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        var unseen = new List<string>();
        foreach (var path in new[] { "/en/search", $"/news/{DemoSite.Library}" })
        {
            await GoAsync(page, path, Desktop);
            for (var stop = 0; stop < 40; stop++)
            {
                await page.Keyboard.PressAsync("Tab");
                var focused = await page.EvaluateAsync<string?>("""
                    () => {
                      const at = document.activeElement, style = getComputedStyle(at), box = at.getBoundingClientRect();
                      if (at === document.body) return null;
                      const seen = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2 && box.width > 0 && box.height > 0;
                      return seen ? '' : at.outerHTML.slice(0, 80);
                    }
                    """);
                if (focused is null)
                {
                    break;
                }

                if (focused.Length > 0)
                {
                    unseen.Add($"{path}: {focused}");
                }
            }
        }

        Assert.Empty(unseen);
    }

    private async Task GoAsync(IPage page, string path, int width)
    {
        await page.SetViewportSizeAsync(width, 800);
        await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
    }
}
