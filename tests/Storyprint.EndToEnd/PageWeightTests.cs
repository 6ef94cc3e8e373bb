using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>What a page asks of a reader's connection and of a reader's trust.</summary>
public sealed partial class PageWeightTests(DemoSite site, Chromium chromium)
{
    private const int MaxBytes = 100_000;

    [Fact]
    public async Task A_story_weighs_under_100_kilobytes_beside_its_pictures_and_fonts()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        foreach (var story in new[] { DemoSite.Library.Digits, (await site.StoriesAsync()).First(story => story.Edition == "fa").Code.Digits })
        {
            var requests = new List<IRequest>();
            page.RequestFinished += (_, request) => requests.Add(request);
            await page.GotoAsync(new Uri(site.Address, $"/news/{story}").ToString(), new() { WaitUntil = WaitUntilState.NetworkIdle });
            var weight = 0;
            foreach (var request in requests.Where(request => request.ResourceType is not ("image" or "font")).ToList())
            {
                var sizes = await request.SizesAsync();
                weight += sizes.ResponseBodySize + sizes.ResponseHeadersSize;
            }

            Assert.Contains(requests, request => request.ResourceType == "stylesheet");
            Assert.InRange(weight, 2_000, MaxBytes);
        }
    }

    [Fact]
    public async Task No_page_asks_another_host_or_breaks_its_own_policy()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        var found = new List<string>();
        var current = string.Empty;
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(site.Address.ToString(), StringComparison.Ordinal) && !request.Url.StartsWith("data:", StringComparison.Ordinal))
            {
                found.Add($"{current}: asks {request.Url}");
            }
        };
        page.Console += (_, message) =>
        {
            // A page that is itself a 404 or a 410 is reported by the browser; whatever else it says is ours to mend.
            if (message.Type is "error" or "warning" && !((message.Text.Contains("404", StringComparison.Ordinal) || message.Text.Contains("410", StringComparison.Ordinal)) && message.Location.StartsWith(current, StringComparison.Ordinal)))
            {
                found.Add($"{current}: {message.Text}");
            }
        };
        page.PageError += (_, fault) => found.Add($"{current}: {fault}");
        foreach (var (_, path) in await PageKinds.OfAsync(site))
        {
            current = new Uri(site.Address, path).ToString();
            await page.GotoAsync(current, new() { WaitUntil = WaitUntilState.Load });
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Every_page_uses_the_fonts_it_asks_for_ahead()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        var (ahead, used, wasted) = (new List<string>(), new ConcurrentBag<string>(), new List<string>());
        page.Request += (_, request) => used.Add(new Uri(request.Url).AbsolutePath);
        await page.RouteAsync("**/*", async route =>
        {
            if (route.Request.ResourceType != "document")
            {
                await route.ContinueAsync();
                return;
            }

            // Only what is set in a font asks for it now.
            var answer = await route.FetchAsync();
            var text = await answer.TextAsync();
            ahead.AddRange(Preload().Matches(text).Select(link => link.Groups[1].Value));
            await route.FulfillAsync(new() { Response = answer, Body = Preload().Replace(text, string.Empty) });
        });
        foreach (var (kind, path) in (await PageKinds.OfAsync(site)).Where(page => !page.Kind.Contains("print page", StringComparison.Ordinal)))
        {
            ahead.Clear();
            used.Clear();
            await page.GotoAsync(new Uri(site.Address, path).ToString(), new() { WaitUntil = WaitUntilState.Load });
            await page.EvaluateAsync("() => { document.body.getBoundingClientRect(); return document.fonts.ready; }");
            Assert.InRange(ahead.Count, 2, 5);
            wasted.AddRange(ahead.Except(used).Select(font => $"{kind}: {font}"));
        }

        Assert.Empty(wasted);
    }

    [Fact]
    public async Task No_page_holds_script_or_style_of_its_own()
    {
        var found = new List<string>();
        foreach (var (kind, path) in await PageKinds.OfAsync(site))
        {
            using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            using var page = new HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
            found.AddRange(page.Scripts
                .Where(script => script.Type != "application/ld+json" && (script.Source is null or "" || script.TextContent.Length > 0))
                .Select(script => $"{kind}: {script.OuterHtml}"));
            found.AddRange(page.All.SelectMany(element => element.Attributes)
                .Where(attribute => attribute.Name == "style" || attribute.Name.StartsWith("on", StringComparison.Ordinal))
                .Select(attribute => $"{kind}: {attribute.Name}={attribute.Value}"));

            // Margins on paper cannot be said in a file: they hold the story's own words. The policy has the hash of this one element.
            var styles = page.QuerySelectorAll("style").ToList();
            if (styles.Count != (path.EndsWith("/print", StringComparison.Ordinal) || page.QuerySelector("article .stamp") is not null ? 1 : 0)
                || styles.Any(style => !answer.Headers.GetValues("Content-Security-Policy").Single().Contains(
                    $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(style.TextContent)))}'", StringComparison.Ordinal)))
            {
                found.Add($"{kind}: {styles.Count} style elements");
            }
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Every_answer_carries_the_policy()
    {
        var story = await site.Http.GetStringAsync("/fa/", TestContext.Current.CancellationToken);
        using var page = new HtmlParser().ParseDocument(story);
        var paths = (await PageKinds.OfAsync(site)).Select(kind => kind.Path)
            .Concat(page.QuerySelectorAll("link[rel=stylesheet], link[rel=icon]").Select(link => link.GetAttribute("href")!))
            .Concat(page.QuerySelectorAll("img").Take(2).Select(image => image.GetAttribute("src")!))
            .Concat([$"/news/{DemoSite.Library}.1/qr.svg", $"/news/{DemoSite.Library}.1/qr.png", "/assets/none.css", "/media/none/480.jpg", $"/{DemoSite.Library}", "/en/"]);
        foreach (var path in paths)
        {
            using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.True(answer.Headers.TryGetValues("Content-Security-Policy", out var policy), path);
            Assert.Contains("default-src 'none'", policy.Single(), StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy.Single(), StringComparison.Ordinal);
            Assert.Equal("nosniff", answer.Headers.GetValues("X-Content-Type-Options").Single());
        }

        using var refused = await site.Http.PostAsync("/", null, TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, refused.StatusCode);
        Assert.True(refused.Headers.Contains("Content-Security-Policy"));
    }

    [GeneratedRegex("<link rel=\"preload\" href=\"([^\"]+)\"[^>]*>")]
    private static partial Regex Preload();
}
