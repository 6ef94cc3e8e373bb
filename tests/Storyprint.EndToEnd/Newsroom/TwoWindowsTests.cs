using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Newsroom.Editor;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>Two windows on two nodes press the same button at the same moment, each twice; and one whose person has signed out meanwhile.</summary>
[Collection<JourneyNewsrooms>]
public sealed class TwoWindowsTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Each_verb_is_done_once_whoever_presses_it_how_often_and_where(bool postgres)
    {
        var demo = await newsrooms.OnAsync(postgres);
        var nodes = await demo.ThreeNodesAsync();
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = demo.Site };
        var code = await WriteAsync(demo, "The boat leaves at ten.");
        await using var one = await chromium.OpenAsync();
        await using var other = await chromium.OpenAsync();
        IPage[] windows = [await SignedInAsync(one, nodes[0], "june"), await SignedInAsync(other, nodes[1], "june")];

        await BothAsync("submit", "");
        await BothAsync("approve", "");
        await BothAsync("schedule", "/release", page => page.FillAsync("[name=at]", DateTimeOffset.UtcNow.AddHours(5).ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture)));
        await BothAsync("unschedule", "/release");
        await BothAsync("publish", "/release");
        Assert.Equal(1, await RevisionAsync());

        await RewriteAsync(demo, code, "ten.", "eight.");
        await BothAsync("update", "/release", page => page.FillAsync("form[action$='/update'] [name=note]", "Another hour."));
        Assert.Equal(2, await RevisionAsync());

        await RewriteAsync(demo, code, "eight.", "nine.");
        await BothAsync("correct", "/release", async page =>
        {
            foreach (var (field, words) in new[] { ("note", "It is nine."), ("said", "eight"), ("says", "nine") })
            {
                await page.FillAsync($"form[action$='/correct'] [name={field}]", words);
            }
        });
        Assert.Equal(3, await RevisionAsync());
        await BothAsync("correctnote", "/release", page => page.FillAsync("form[action$='/correctnote'] [name=note]", "It is nine, every day."));
        Assert.Equal(4, await RevisionAsync());
        await BothAsync("retract", "/release", page => page.FillAsync("form[action$='/retract'] [name=reason]", "There is no boat."));
        Assert.Equal(5, await RevisionAsync());
        await BothAsync("withdraw", "/release");
        await Polling.UntilAsync(async () => (int)(await http.GetAsync($"/news/{code}", Cancellation)).StatusCode == 410, "it is gone");

        async Task BothAsync(string verb, string below, Func<IPage, Task>? fill = null)
        {
            for (var window = 0; window < 2; window++)
            {
                await windows[window].GotoAsync($"{nodes[window]}newsroom/stories/{code}{below}");
                foreach (var question in await windows[window].Locator($"details:has(form[action$='/{verb}']) summary").AllAsync())
                {
                    await question.ClickAsync();
                }

                await (fill?.Invoke(windows[window]) ?? Task.CompletedTask);
            }

            var answers = await Task.WhenAll(windows.Select(page => PressAsync(page, verb)));
            Assert.True(answers.Any(status => status is 302 or 303), $"{verb}: {string.Join(", ", answers)}");
            Assert.All(answers, status => Assert.True(status is 302 or 303 or 403 or 404 or 409 or 410, $"{verb}: {status}"));
        }

        async Task<int> RevisionAsync() => int.Parse(Regex.Match(await http.GetStringAsync($"/{code}", Cancellation), $"{code}\\.(\\d+)").Groups[1].Value, CultureInfo.InvariantCulture);
    }

    [Fact]
    public async Task Whoever_has_signed_out_in_another_window_releases_nothing_and_is_asked_to_sign_in()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        var code = await WriteAsync(demo, "The bell rings at noon.");
        await using var context = await chromium.OpenAsync();
        var page = await SignedInAsync(context, demo.Site, "june");
        await page.GotoAsync($"{demo.Newsroom}/stories/{code}/release");
        var second = await context.NewPageAsync();
        await second.GotoAsync($"{demo.Newsroom}/");
        await second.ClickAsync("form[action$='/sign-out'] button");
        await second.WaitForURLAsync("**/sign-in**");
        await page.Locator("form[action$='/publish'] button[type=submit]").First.ClickAsync();
        await page.WaitForURLAsync("**/sign-in**");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        Assert.Equal(404, (int)(await http.GetAsync(new Uri(demo.Site, $"/news/{code}"), Cancellation)).StatusCode);
    }

    private static async Task<int> PressAsync(IPage page, string verb)
    {
        var answer = await page.RunAndWaitForResponseAsync(
            () => page.Locator($"form[action$='/{verb}'] button[type=submit]").First.DblClickAsync(new LocatorDblClickOptions { NoWaitAfter = true }), answer => answer.Request.Method == "POST");
        await page.WaitForLoadStateAsync();
        return answer.Status;
    }

    private async Task<string> WriteAsync(DemoNewsroom demo, string text)
    {
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "mira", text);
        await writer.UntilSavedAsync();
        return writer.Story;
    }

    private async Task RewriteAsync(DemoNewsroom demo, string code, string end, string by)
    {
        await using var writer = await WritingBrowser.OpenAsync(chromium, demo, "tomas", code);
        await writer.ReplaceEndAsync(end.Length, by);
        await writer.UntilSavedAsync();
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext context, Uri node, string person)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{node}newsroom/sign-in");
        await page.ClickAsync($"button[value={person}]");
        await page.WaitForURLAsync("**/newsroom/");
        return page;
    }
}
