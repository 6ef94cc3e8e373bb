using System.Collections.Concurrent;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.Stories.Links;

namespace Storyprint.EndToEnd;

/// <summary>Which fonts a page asks for, and what happens when they come.</summary>
public sealed class FontLoadingTests(DemoSite site, Chromium chromium)
{
    // A busy browser paints a page of which it has not read all yet: what comes then is no font.
    private const string Painted = "() => document.readyState !== 'loading' && performance.getEntriesByName('first-contentful-paint').length > 0";

    private const string FontsMayCome = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(() => { window.fontsMayCome = performance.now(); done(); })))";

    private const string Drawn = "() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))";

    // The sum of what moved since fonts could come, as browsers measure it (Layout Instability).
    private const string Shift = """
        async () => {
          const moved = [];
          const place = rect => `${Math.round(rect.x)},${Math.round(rect.y)} ${Math.round(rect.width)}x${Math.round(rect.height)}`;
          await document.fonts.ready;
          await new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)));
          return await new Promise(done => {
            let sum = 0;
            const count = each => {
              if (each.startTime < window.fontsMayCome) return;
              sum += each.value;
              moved.push(...each.sources.map(one => `${each.value.toFixed(3)} ${one.node?.outerHTML?.slice(0, 80) ?? one.node?.nodeName} ${place(one.previousRect)} → ${place(one.currentRect)}`));
            };
            const observer = new PerformanceObserver(list => list.getEntries().forEach(count));
            observer.observe({ type: 'layout-shift', buffered: true });
            requestAnimationFrame(() => requestAnimationFrame(() => {
              observer.takeRecords().forEach(count);
              done([sum, moved.join('; ')]);
            }));
          });
        }
        """;

    [Theory]
    [InlineData("/", "naskh|vazirmatn")]
    [InlineData("/fa/", "source-serif-4-(?!latin-basic)|vazirmatn-arabic-[0-9]|naskh-arabic-arabic-[0-9]")]
    public async Task A_page_asks_for_no_font_that_only_a_link_to_a_language_or_a_mark_of_direction_would_need(string path, string other)
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        var fonts = new List<string>();
        page.Request += (_, request) => fonts.AddRange(request.ResourceType == "font" ? [request.Url] : []);
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        await page.EvaluateAsync("() => document.fonts.ready");
        Assert.NotEmpty(fonts);
        Assert.Equal(1, await page.Locator(".editions .other-script").CountAsync());
        Assert.All(fonts, font => Assert.DoesNotMatch(other, font));
    }

    // Without one, WebKit leaves out each letter behind a joiner that is not seen.
    [Fact]
    public async Task The_face_of_Arabic_letters_has_a_space_of_its_own()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/fa/").ToString());
        var width = await page.EvaluateAsync<double>("""
            async () => {
              const canvas = document.createElement('canvas').getContext('2d');
              canvas.font = '100px "SP Naskh", monospace';
              await document.fonts.load(canvas.font, ' ب');
              return canvas.measureText(' ').width;
            }
            """);
        Assert.InRange(width, 15, 45);
    }

    // A network brings them in any order, and each may be the first that a browser draws with.
    [Theory]
    [InlineData("en", 390, false)]
    [InlineData("en", 1280, true)]
    [InlineData("fa", 390, true)]
    [InlineData("fa", 1280, false)]
    [InlineData("fa", 1280, true)]
    public async Task Nothing_moves_when_fonts_come_late_one_after_another(string language, int width, bool isLastFirst)
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 820 } });
        var story = (await site.StoriesAsync()).First(story => story.Edition == language && story.Content.FeaturedImage is not null);
        foreach (var path in new[] { language == "en" ? "/" : "/fa/", PublicAddress.NewsPath(story.Code, story.Slug) })
        {
            var page = await window.NewPageAsync();
            var held = new ConcurrentDictionary<string, TaskCompletionSource>();
            var others = new TaskCompletionSource();
            await page.RouteAsync("**/*.woff2", async route =>
            {
                await Task.WhenAny(held.GetOrAdd(route.Request.Url, _ => new TaskCompletionSource()).Task, others.Task);
                await route.ContinueAsync();
            });
            await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Commit });
            await page.WaitForFunctionAsync(Painted);
            await page.EvaluateAsync(FontsMayCome);
            var late = held.OrderBy(each => each.Key, StringComparer.Ordinal).ToList();
            foreach (var (address, mayCome) in isLastFirst ? late.AsEnumerable().Reverse() : late)
            {
                var arriving = page.WaitForResponseAsync(address);
                mayCome.SetResult();
                await (await arriving).FinishedAsync();
                await page.EvaluateAsync(Drawn);
            }

            others.SetResult();
            var found = (await page.EvaluateAsync(Shift))!.Value;
            var shift = found[0].GetDouble();
            Assert.InRange(late.Count, 2, int.MaxValue);
            Assert.True(shift < .01, $"{path}: {shift:0.000}: {found[1]}");
            await page.CloseAsync();
        }
    }
}
