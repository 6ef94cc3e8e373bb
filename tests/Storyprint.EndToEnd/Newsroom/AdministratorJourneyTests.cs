using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>What an administrator does in a browser, on both engines, in English and in Persian, as readers and colleagues then find it.</summary>
[Collection<JourneyNewsrooms>]
public sealed partial class AdministratorJourneyTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    // June works in English and Shirin in Persian.
    public static TheoryData<bool, string> Desks => new() { { false, "june" }, { false, "shirin" }, { true, "june" }, { true, "shirin" } };

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task A_renamed_section_is_found_at_its_old_address(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var window = await OpenAsync(demo, person);
        var page = window.Page;
        var (old, another, name) = person == "june" ? ("culture", "arts", "Arts") : ("weather", "sky", "Sky & Tide");
        await page.GotoAsync($"{demo.Newsroom}/settings/sections/en");
        var row = await page.EvaluateAsync<string>("slug => [...document.querySelectorAll('[name$=\".slug\"]')].find(each => each.value === slug).name.match(/\\[(\\d+)\\]/)[1]", old);
        await page.FillAsync($"[name='sections[{row}].slug']", another);
        await page.FillAsync($"[name='sections[{row}].name']", name);
        await page.ClickAsync("form.settings p.buttons button[type=submit]");
        await page.WaitForURLAsync("**/settings/sections/en?done=setting-saved");
        using var http = Reader(demo.Site);
        foreach (var edition in (string[])["/en", "/fa"])
        {
            await Polling.UntilAsync(async () => (await http.GetAsync($"{edition}/section/{old}", Cancellation)).Headers.Location?.ToString().EndsWith($"{edition}/section/{another}", StringComparison.Ordinal) == true);
            using var list = await http.GetAsync($"{edition}/section/{another}", Cancellation);
            Assert.Equal(200, (int)list.StatusCode);
            Assert.Contains("/news/", await list.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Contains(">" + System.Net.WebUtility.HtmlEncode(name) + "<", await http.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task A_front_page_is_arranged_by_drag_and_by_keyboard_and_every_node_shows_it_at_once(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var window = await OpenAsync(demo, person);
        var page = window.Page;
        var edition = person == "june" ? "en" : "fa";

        // Story and place are in view together.
        await page.SetViewportSizeAsync(1280, 2400);
        await page.GotoAsync($"{demo.Newsroom}/front/{edition}");
        var stories = await page.EvaluateAsync<string[]>("() => [...document.querySelectorAll('.front-stories [data-story]')].map(each => each.dataset.story)");
        var (dragged, typed) = (stories[7], stories[9]);
        await page.Locator($".front-stories [data-story='{dragged}']").DragToAsync(page.Locator("[data-slot='Lead-0']"));
        await page.WaitForSelectorAsync($"[data-slot='Lead-0'][data-story='{dragged}']");

        await page.FocusAsync("#f-story");
        await page.Keyboard.TypeAsync(typed);
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal("f-slot", await page.EvaluateAsync<string>("() => document.activeElement.id"));
        while (await page.EvaluateAsync<string>("() => document.activeElement.value") != "Second-0")
        {
            await page.Keyboard.PressAsync("ArrowDown");
        }

        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await page.WaitForSelectorAsync($"[data-slot='Second-0'][data-story='{typed}']");
        var nodes = postgres ? await demo.ThreeNodesAsync() : [demo.Site];
        foreach (var node in nodes)
        {
            Assert.NotEqual(dragged, (await FrontAsync(node, edition)).Lead);
        }

        await page.ClickAsync("button[value=show]");
        await page.WaitForURLAsync("**/front/**done=**");
        foreach (var node in nodes)
        {
            await Polling.UntilAsync(async () => await FrontAsync(node, edition) == (dragged, typed));
        }
    }

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task A_session_that_its_owner_ends_in_another_browser_is_refused_at_its_next_request(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var lost = await OpenAsync(demo, person, new() { UserAgent = "Mozilla/5.0 (X11; Linux x86_64) Chrome/1 Lost/1" });
        await using var here = await OpenAsync(demo, person);
        await here.Page.GotoAsync($"{demo.Newsroom}/account");
        Assert.Equal(200, (await lost.Page.GotoAsync($"{demo.Newsroom}/stories"))!.Status);
        while (await here.Page.Locator("form[action*='/account/sessions/'][action$='/revoke']").CountAsync() is > 0 and var count)
        {
            await here.Page.Locator("form[action*='/account/sessions/'][action$='/revoke'] button").First.ClickAsync();
            await here.Page.WaitForFunctionAsync("count => document.querySelectorAll(\"form[action*='/account/sessions/'][action$='/revoke']\").length < count", count);
        }

        await lost.Page.GotoAsync($"{demo.Newsroom}/stories");
        Assert.Contains("/newsroom/sign-in", lost.Page.Url, StringComparison.Ordinal);
        Assert.Equal(200, (await here.Page.GotoAsync($"{demo.Newsroom}/stories"))!.Status);
        Assert.Contains("/newsroom/stories", here.Page.Url, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task A_backup_is_three_clicks_away_and_is_there_when_the_window_was_closed(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using (var window = await OpenAsync(demo, person))
        {
            await window.Page.ClickAsync(".rooms a[href$='/health']");
            await window.Page.ClickAsync(".tabs a[href$='/backups']");
            await window.Page.ClickAsync("main form[action$='/backups'] button");
            await window.Page.WaitForURLAsync("**/backups?done=backup-started");
        }

        await using var later = await OpenAsync(demo, person);
        await later.Page.GotoAsync($"{demo.Newsroom}/backups");
        await later.Page.WaitForFunctionAsync("() => !document.querySelector('[data-progress]')");
        Assert.Equal(1, await later.Page.Locator("main > .notice.done").CountAsync());
        Assert.NotEqual(0, await later.Page.Locator("a[href$='/download']").CountAsync());
    }

    [Theory]
    [MemberData(nameof(Desks))]
    public async Task An_archive_comes_in_though_network_window_and_server_fail_meanwhile(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        var mark = string.Create(CultureInfo.InvariantCulture, $"{(postgres ? "post" : "lite")}-{person}");
        FilePayload[] files =
        [
            File("quay.md", Story($"The long quay {mark}", string.Concat(Enumerable.Repeat("The quay is long and the tide is slow.\n\n", 100_000)))), File("ferry.md", Story($"The ferry sails {mark}", "At seven.\n")),
            File("empty.md", "---\ntitle: \"\"\n---\n"),
        ];
        string job;
        await using (var window = await OpenAsync(demo, person))
        {
            var (page, pieces) = (window.Page, 0);
            await page.GotoAsync($"{demo.Newsroom}/import");
            await page.SetInputFilesAsync("#f-files", files);
            await page.FillAsync("[name=archive]", mark);

            // The first piece arrives, and then the network is gone.
            await page.RouteAsync("**/files/**", route => Interlocked.Increment(ref pieces) == 1 ? route.ContinueAsync() : route.AbortAsync());
            await page.ClickAsync("form[data-upload] button[type=submit]");
            await page.WaitForURLAsync(Job());
            await page.WaitForFunctionAsync("() => document.querySelector('#upload-text').textContent === document.querySelector('[data-upload-progress]').dataset.waiting");
            job = new Uri(page.Url).AbsolutePath["/newsroom".Length..];
        }

        await using var again = await OpenAsync(demo, person);
        await again.Page.GotoAsync(demo.Newsroom + job);
        await again.Page.SetInputFilesAsync("#f-files", [.. files.Select(file => file.Name == "quay.md" ? File("quay.md", Encoding.UTF8.GetString(file.Buffer).Replace("long", "wide", StringComparison.Ordinal)) : file)]);
        await again.Page.ClickAsync("form[data-upload-page] button[type=submit]");
        await again.Page.WaitForSelectorAsync("[data-upload-fault]:not([hidden])");

        // The right files, and a server that dies under them.
        var (killed, count) = (new TaskCompletionSource(), 0);
        await again.Page.RouteAsync("**/files/**", async route =>
        {
            if (Interlocked.Increment(ref count) == 1)
            {
                await demo.KillAsync();
                killed.SetResult();
            }

            await route.ContinueAsync();
        });
        await again.Page.SetInputFilesAsync("#f-files", files);
        await again.Page.ClickAsync("form[data-upload-page] button[type=submit]");
        await killed.Task.WaitAsync(Cancellation);
        await demo.StartAsync();
        await again.Page.WaitForSelectorAsync("#report", new() { Timeout = 60_000 });
        Assert.Equal(3, Digits(await again.Page.InnerTextAsync(".totals")).Sum());
        using var http = Reader(demo.Site);
        Assert.DoesNotContain(mark, await http.GetStringAsync("/", Cancellation), StringComparison.Ordinal);
        await again.Page.ClickAsync("form[action$='/run'] button");
        await again.Page.WaitForSelectorAsync("main > .notice.done", new() { Timeout = 60_000 });
        await again.Page.SelectOptionAsync("#f-outcome", "Refused");
        await again.Page.ClickAsync("form.filters button");
        Assert.Equal("empty.md", await again.Page.InnerTextAsync("main .list.record tbody td bdi"));

        // Readers have it.
        await again.Page.GotoAsync($"{demo.Newsroom}{job}?text=ferry");
        var code = (await again.Page.GetAttributeAsync("main .list.record tbody a", "href"))!.Split('/')[^1];
        using var story = await http.GetAsync($"/news/{code}", Cancellation);
        Assert.Contains($"The ferry sails {mark}", await http.GetStringAsync(story.Headers.Location?.ToString() ?? $"/news/{code}", Cancellation), StringComparison.Ordinal);
    }

    private async Task<NewsroomWindow> OpenAsync(DemoNewsroom demo, string person, BrowserNewContextOptions? options = null)
    {
        var window = await NewsroomWindow.OpenAsync(chromium, options);
        await window.OpenAsync($"{demo.Newsroom}/sign-in");
        await window.Page.ClickAsync($"button[value={person}]");
        await window.Page.WaitForURLAsync("**/newsroom/");
        Assert.Equal(person == "june" ? "ltr" : "rtl", await window.Page.GetAttributeAsync("html", "dir"));
        return window;
    }

    private static async Task<(string Lead, string Second)> FrontAsync(Uri node, string edition)
    {
        using var http = Reader(node);
        var page = await http.GetStringAsync(edition == "en" ? "/" : "/fa/", Cancellation);
        return (FirstStory().Match(page, page.IndexOf("class=\"lead\"", StringComparison.Ordinal)).Groups[1].Value, FirstStory().Match(page, page.IndexOf("class=\"second\"", StringComparison.Ordinal)).Groups[1].Value);
    }

    private static HttpClient Reader(Uri site) => new(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false, UseProxy = false }) { BaseAddress = site };

    private static IEnumerable<int> Digits(string text) => Number().Matches(text).Select(match => match.Value.Aggregate(0, (sum, digit) => (10 * sum) + (int)char.GetNumericValue(digit)));

    private static FilePayload File(string name, string text) => new() { Name = name, MimeType = "text/markdown", Buffer = Encoding.UTF8.GetBytes(text) };

    private static string Story(string headline, string text) => $"---\ntitle: {headline}\nsection: sea\ndate: 2026-03-01T08:00:00Z\n---\n{text}";

    [GeneratedRegex("/import/[0-9a-f]{16}$")]
    private static partial Regex Job();

    [GeneratedRegex("/news/([0-9]+)")]
    private static partial Regex FirstStory();

    [GeneratedRegex(@"\p{Nd}+")]
    private static partial Regex Number();
}
