using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>Every page of the newsroom as axe, a keyboard and a narrow window find it, in both directions of writing, light and dark.</summary>
public sealed class NewsroomPagesTests(DemoSite site, Chromium chromium)
{
    private const string Axe = """
        async isColourAlone => (await axe.run(document, {
          runOnly: isColourAlone ? { type: 'rule', values: ['color-contrast'] } : { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'],
        })).violations.flatMap(found => found.nodes.map(node => `${found.id} ${node.target} ${node.any.map(check => check.message).join(' ')}`))
        """;

    [Theory]
    [InlineData("june", "ltr", ColorScheme.Light, false)]
    [InlineData("shirin", "rtl", ColorScheme.Dark, false)]

    // Another scheme changes colours and nothing else.
    [InlineData("june", "ltr", ColorScheme.Dark, true)]
    [InlineData("shirin", "rtl", ColorScheme.Light, true)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways(string person, string direction, ColorScheme scheme, bool isColourAlone)
    {
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ColorScheme = scheme, Locale = direction == "rtl" ? "fa-IR" : "en-GB", ReducedMotion = ReducedMotion.Reduce });
        var (page, found) = (await window.NewPageAsync(), new List<string>());
        await LookAsync(page, "/sign-in", direction, isColourAlone, found);
        await page.ClickAsync($"button[value={person}]");
        foreach (var path in await PathsAsync(page))
        {
            await LookAsync(page, path, direction, isColourAlone, found);
        }

        Assert.Empty(found);
    }

    [Fact]
    public async Task Whoever_has_only_a_keyboard_signs_in_and_out()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(Address("/sign-in"));
        await TabToAsync(page, "button[value=mira]");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/newsroom/");
        await TabToAsync(page, ".me button");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForURLAsync("**/newsroom/sign-in?done=signed-out");
        await page.GoBackAsync();
        Assert.Contains("/newsroom/sign-in", page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_meets_a_sentence_where_others_may_go_on()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(Address("/sign-in"));
        await page.ClickAsync("button[value=mira]");
        Assert.Equal(0, await page.Locator(".rooms a[href$='/people']").CountAsync());
        Assert.Equal(403, (await page.GotoAsync(Address("/people")))!.Status);
        Assert.NotEmpty(await page.InnerTextAsync(".lead"));
    }

    private async Task LookAsync(IPage page, string path, string direction, bool isColourAlone, List<string> found)
    {
        var answer = await page.GotoAsync(Address(path));
        if (answer!.Status != 200 || await page.GetAttributeAsync("html", "dir") != direction)
        {
            found.Add($"{path}: {answer.Status}, {await page.GetAttributeAsync("html", "dir")}");
            return;
        }

        await page.EvaluateAsync("() => document.querySelectorAll('details').forEach(each => each.open = true)");
        await page.AddScriptTagAsync(new() { Path = Tool.Node("axe-core/axe.min.js") });
        foreach (var width in isColourAlone ? (int[])[1280] : [1280, 360])
        {
            await page.SetViewportSizeAsync(width, 800);
            found.AddRange((await page.EvaluateAsync<string[]>(Axe, isColourAlone)).Select(each => $"{path}, {width} wide: {each}"));
            if (await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
            {
                found.Add($"{path}, {width} wide: {over} px over");
            }
        }
    }

    // Those of the navigation, and those that stand behind them.
    private async Task<IReadOnlyList<string>> PathsAsync(IPage page)
    {
        var linked = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.masthead nav a')].map(each => each.getAttribute('href')).filter(each => each.startsWith('/newsroom'))");
        await page.GotoAsync(Address("/backups"));
        await page.ClickAsync("main form[action$='/backups'] button");
        await page.WaitForFunctionAsync("() => !document.querySelector('[data-progress]')");
        await page.GotoAsync(Address("/import"));
        await page.SetInputFilesAsync("#f-files", [new FilePayload { Name = "ferry.md", MimeType = "text/markdown", Buffer = "---\ntitle: The ferry sails\n---\nAt seven.\n"u8.ToArray() }, new FilePayload { Name = "bad.md", MimeType = "text/markdown", Buffer = "---\ntitle: ''\n---\n"u8.ToArray() }]);
        await page.ClickAsync("form[data-upload] button[type=submit]");
        await page.WaitForSelectorAsync("#report");
        var tried = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(Address("/settings"));
        var settings = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a')].map(each => each.getAttribute('href')).filter(each => each.startsWith('/newsroom/'))");
        await page.GotoAsync(Address("/people"));
        var people = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main a')].map(each => each.getAttribute('href')).filter(each => each.startsWith('/newsroom/'))");
        await page.GotoAsync(Address("/pictures"));
        var pictures = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.picture-card')].map(each => each.getAttribute('href'))");
        await page.GotoAsync(Address("/stories"));
        var drafts = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('main td a')].map(each => each.getAttribute('href'))");
        return [.. linked.Concat(drafts.Take(2)).Concat(((string[])["release", "edit", "history", "authors", "preview"]).Select(page => $"{drafts[0]}/{page}")).Append($"{drafts[1]}/release").Append(pictures[0]).Append("/newsroom/pictures?show=rights").Append("/newsroom/stories/new").Append("/newsroom/comments")
            .Append("/newsroom/schedule").Append("/newsroom/stories?state=published&q=library").Append("/newsroom/account/notices").Append("/newsroom/mail").Append("/newsroom/backups").Append("/newsroom/import").Append("/newsroom/keys").Concat(settings).Concat(people.Take(2)).Append("/newsroom/people/invite").Append("/newsroom/people/sessions").Append(tried).Append("/newsroom/patterns").Append("/newsroom/confirm").Append("/newsroom/account/password")
            .Select(each => each["/newsroom".Length..].Split('#')[0]).Select(each => each.Length == 0 ? "/" : each).Distinct()];
    }

    private static async Task TabToAsync(IPage page, string selector)
    {
        for (var presses = 0; presses < 60; presses++)
        {
            await page.Keyboard.PressAsync("Tab");
            if (await page.EvaluateAsync<bool>("selector => document.activeElement.matches(selector)", selector))
            {
                // A focus that can be seen.
                Assert.NotEqual("none", await page.EvaluateAsync<string>("() => getComputedStyle(document.activeElement).outlineStyle"));
                return;
            }
        }

        Assert.Fail($"No Tab leads to {selector}.");
    }

    private string Address(string path) => $"http://localhost:{site.Address.Port}/newsroom{path}";
}
