using System.Text.Json;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>Which pictures a page asks for at once, and in what sizes.</summary>
public sealed class PictureLoadingTests(DemoSite site, Chromium chromium)
{
    // What a browser makes of the attribute, beside what the style sheet makes of the picture.
    private const string Sizes = """
        () => [...document.querySelectorAll('picture source[sizes]')].map(source => {
          const ruler = document.body.appendChild(document.createElement('div'));
          ruler.style.position = 'absolute';
          for (const entry of source.sizes.split(/,\s*(?![^()]*\))/)) {
            const [, condition, length] = /^(?:(\([^)]*\))\s+)?(.+)$/.exec(entry);
            if (!condition || matchMedia(condition).matches) {
              ruler.style.width = length;
              break;
            }
          }
          const said = ruler.getBoundingClientRect().width;
          ruler.remove();
          const place = source.closest('[class]');
          return { place: `<${place.localName} class="${place.className}">`, said, shown: source.parentElement.querySelector('img').getBoundingClientRect().width };
        })
        """;

    [Fact]
    public async Task The_lead_picture_comes_first_and_every_other_waits_until_it_is_near()
    {
        var leads = 0;
        foreach (var (kind, path) in await OfAsync(kind => !kind.Contains("print page", StringComparison.Ordinal)))
        {
            using var page = await ParseAsync(path);
            var pictures = page.QuerySelectorAll("picture img").ToList();
            var first = pictures.Where(picture => picture.GetAttribute("fetchpriority") == "high").ToList();
            leads += first.Count;
            Assert.True(first.Count <= 1, kind);
            Assert.All(first, picture => Assert.Equal((kind, "eager", 0), (kind, picture.GetAttribute("loading"), pictures.IndexOf(picture))));
            Assert.All(page.QuerySelectorAll("img").Except(first), picture => Assert.Equal((kind, "lazy"), (kind, picture.GetAttribute("loading"))));
            Assert.All(page.QuerySelectorAll("img"), picture => Assert.True(picture.HasAttribute("width") && picture.HasAttribute("height"), kind));
        }

        Assert.InRange(leads, 6, int.MaxValue);
    }

    [Fact]
    public async Task Paper_never_waits_for_its_pictures_and_takes_them_as_large_as_it_shows_them()
    {
        var pictures = 0;
        foreach (var (kind, path) in await OfAsync(kind => kind.Contains("print page", StringComparison.Ordinal)))
        {
            using var page = await ParseAsync(path);
            Assert.All(page.QuerySelectorAll("img"), picture => Assert.Equal((kind, null), (kind, picture.GetAttribute("loading"))));
            Assert.All(page.QuerySelectorAll("picture source"), source =>
                Assert.EndsWith(source.Closest(".body") is null ? "/1600.webp" : "/800.webp", source.GetAttribute("srcset"), StringComparison.Ordinal));
            pictures += page.QuerySelectorAll("picture source").Length;
        }

        Assert.InRange(pictures, 1, int.MaxValue);
    }

    [Theory]
    [InlineData("Apple Computer, Inc.", true)]
    [InlineData("Google Inc.", false)]
    public async Task WebKit_asks_for_every_picture_of_a_story_before_it_prints_and_others_wait(string vendor, bool isAsked)
    {
        var path = "";
        foreach (var (_, each) in await OfAsync(kind => kind.Contains("story:", StringComparison.Ordinal)))
        {
            using var parsed = await ParseAsync(each);
            path = parsed.QuerySelector("article .body img[loading=lazy]") is null ? path : each;
        }

        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = 390, Height = 300 } });
        var page = await window.NewPageAsync();
        await page.AddInitScriptAsync($"Object.defineProperty(navigator, 'vendor', {{ get: () => '{vendor}' }})");
        await page.GotoAsync(new Uri(site.Address, path).ToString());
        const string Waiting = "() => [...document.querySelectorAll('article .body img')].filter(image => image.loading === 'lazy').length";
        Assert.InRange(await page.EvaluateAsync<int>(Waiting), 1, int.MaxValue);
        await page.WaitForTimeoutAsync(2600);
        Assert.Equal(isAsked, await page.EvaluateAsync<int>(Waiting) == 0);
        await page.WaitForFunctionAsync("() => [...document.querySelectorAll('article .body img[loading=eager]')].every(image => image.complete && image.naturalWidth > 0)");
    }

    [Fact]
    public async Task A_print_page_is_kept_out_of_indexes_by_its_answer_and_a_story_is_not()
    {
        foreach (var (path, header) in new[] { ($"/news/{DemoSite.Library}/print", "noindex"), ("/", null) })
        {
            using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(header, answer.Headers.TryGetValues("X-Robots-Tag", out var robots) ? robots.Single() : null);
        }
    }

    [Theory]
    [InlineData(390)]
    [InlineData(800)]
    [InlineData(1100)]
    [InlineData(1440)]
    public async Task A_browser_is_told_how_wide_a_picture_will_be(int width)
    {
        await using var window = await chromium.OpenAsync(new() { ViewportSize = new() { Width = width, Height = 900 } });
        var page = await window.NewPageAsync();
        var (wrong, count) = (new List<string>(), 0);
        foreach (var (kind, path) in await OfAsync(kind => kind.Contains("story:", StringComparison.Ordinal) || kind.Split(' ')[1] is "front" or "section" or "second" or "topic" or "scan," or "comparison"))
        {
            await page.GotoAsync(new Uri(site.Address, path).ToString());
            foreach (var each in (await page.EvaluateAsync<JsonElement>(Sizes)).EnumerateArray())
            {
                var (said, shown) = (each.GetProperty("said").GetDouble(), each.GetProperty("shown").GetDouble());
                count++;
                if (Math.Abs(said - shown) > Math.Max(6, shown * .03))
                {
                    wrong.Add($"{kind}, {each.GetProperty("place")}: {said:0} said, {shown:0} shown");
                }
            }
        }

        Assert.Empty(wrong);
        Assert.InRange(count, 20, int.MaxValue);
    }

    private async Task<IEnumerable<(string Kind, string Path)>> OfAsync(Func<string, bool> isWanted) =>
        (await PageKinds.OfAsync(site)).Where(page => isWanted(page.Kind));

    private async Task<IDocument> ParseAsync(string path)
    {
        using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
        return new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
