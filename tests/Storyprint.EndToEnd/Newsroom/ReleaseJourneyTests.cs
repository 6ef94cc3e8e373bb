using System.Globalization;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;
using Storyprint.EndToEnd.Newsroom.Editor;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom;

/// <summary>A story's way out in browsers: submitted, approved, scheduled, gone out by itself, corrected together with another that had the same wrong words, retracted; and one withdrawn.</summary>
[Collection<JourneyNewsrooms>]
public sealed class ReleaseJourneyTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(false, "mira", "tomas", "june")]
    [InlineData(true, "mira", "tomas", "june")]
    [InlineData(false, "nasrin", "behrang", "shirin")]
    [InlineData(true, "nasrin", "behrang", "shirin")]
    public async Task From_a_reporters_draft_to_page_scan_feed_and_history_and_back(bool postgres, string reporter, string editor, string chief)
    {
        var demo = await newsrooms.OnAsync(postgres);
        var isPersian = reporter == "nasrin";
        var (wrong, right, headline) = isPersian
            ? ($"قایق ساعت هفت و ده دقیقه راه می‌افتد {Guid.NewGuid():n}", "قایق ساعت هشت راه می‌افتد", "ساعت قایق")
            : ($"The boat leaves at ten past seven {Guid.NewGuid():n}", "The boat leaves at eight", "When the boat leaves");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = demo.Site };

        // Two stories with the same words; the first goes the whole way, the second out at once.
        var codes = new List<string>();
        foreach (var number in (int[])[1, 2])
        {
            await using var writer = await WritingBrowser.BeginAsync(chromium, demo, reporter, wrong);
            codes.Add(writer.Story);
            await writer.UntilSavedAsync();
            await writer.Page.GotoAsync(Story(writer.Story));
            if (await writer.Page.Locator("form[action$='/section']").CountAsync() > 0)
            {
                await writer.Page.SelectOptionAsync("#f-section", new SelectOptionValue { Index = 1 });
                await SendAsync(writer.Page, "section");
            }

            if (number == 1)
            {
                await OpenAndSendAsync(writer.Page, "submit");
            }
        }

        await using var desk = await chromium.OpenAsync();
        var page = await SignedInAsync(desk, demo, editor);
        await page.GotoAsync($"{demo.Newsroom}/stories?state=inreview");
        await page.ClickAsync($"a[href$='/stories/{codes[0]}']");
        await OpenAndSendAsync(page, "approve");

        // By itself, on whichever node comes first.
        var due = DateTimeOffset.UtcNow.AddSeconds(4);
        await page.GotoAsync(Story(codes[0]) + "/release");
        await page.FillAsync("[name=at]", due.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture));
        await SendAsync(page, "schedule");
        await Polling.UntilAsync(async () => (await http.GetAsync($"/news/{codes[0]}", Cancellation)).IsSuccessStatusCode, "the story goes out by itself");
        await page.GotoAsync(Story(codes[1]) + "/release");
        await SendAsync(page, "publish");
        Assert.EndsWith("/released", page.Url, StringComparison.Ordinal);

        // Found wrong: corrected, and the other one that says the same is shown and corrected too.
        foreach (var code in codes)
        {
            await using (var writer = await WritingBrowser.OpenAsync(chromium, demo, editor, code))
            {
                await writer.ReplaceEndAsync(wrong.Length, right);
                await writer.UntilSavedAsync();
            }

            await page.GotoAsync(Story(code) + "/release");
            foreach (var (field, words) in new[] { ("note", $"{headline}: {right}"), ("said", wrong), ("says", right) })
            {
                await page.FillAsync($"form[action$='/correct'] [name={field}]", words);
            }

            await SendAsync(page, "correct");
            Assert.EndsWith("/released", page.Url, StringComparison.Ordinal);
            if (code == codes[0])
            {
                await page.WaitForSelectorAsync($"a[href$='/stories/{codes[1]}']");
            }

            foreach (var (path, says) in new[] { ($"/news/{code}", right), ($"/news/{code}/print", right), ($"/{code}.1", right), ($"/news/{code}/history", headline), (isPersian ? "/fa/corrections" : "/en/corrections", headline) })
            {
                await Polling.UntilAsync(async () => (await http.GetStringAsync(path, Cancellation)).Contains(System.Net.WebUtility.HtmlEncode(says), StringComparison.Ordinal), $"{path} says it");
            }
        }

        // Retracted, and the other one withdrawn: each by somebody who may.
        await using var office = await chromium.OpenAsync();
        page = await SignedInAsync(office, demo, chief);
        await page.GotoAsync(Story(codes[0]) + "/release");
        await page.ClickAsync("details:has(form[action$='/retract']) summary");
        await page.FillAsync("form[action$='/retract'] [name=reason]", headline + "!");
        await SendAsync(page, "retract");
        await page.GotoAsync(Story(codes[1]) + "/release");
        await page.ClickAsync("details:has(form[action$='/withdraw']) summary");
        await SendAsync(page, "withdraw");
        await Polling.UntilAsync(async () => (int)(await http.GetAsync($"/news/{codes[1]}", Cancellation)).StatusCode == 410, "it is gone");
        await Polling.UntilAsync(async () => (await http.GetStringAsync($"/news/{codes[0]}", Cancellation)).Contains(headline + "!", StringComparison.Ordinal), "it is retracted");
        foreach (var path in (string[])[$"/news/{codes[1]}/print", $"/{codes[1]}.1", $"/news/{codes[1]}/history"])
        {
            Assert.Equal(410, (int)(await http.GetAsync(path, Cancellation)).StatusCode);
        }

        Assert.Contains(headline + "!", await http.GetStringAsync($"/{codes[0]}.1", Cancellation), StringComparison.Ordinal);
        var (exitCode, said) = await demo.RunAsync("doctor");
        Assert.True(exitCode == 0, said);

        string Story(string code) => $"{demo.Newsroom}/stories/{code}";
    }

    private static async Task<IPage> SignedInAsync(IBrowserContext context, DemoNewsroom demo, string person)
    {
        var page = await context.NewPageAsync();
        await page.GotoAsync($"{demo.Newsroom}/sign-in");
        await page.ClickAsync($"button[value={person}]");
        await page.WaitForURLAsync("**/newsroom/");
        return page;
    }

    private static async Task OpenAndSendAsync(IPage page, string action)
    {
        await page.ClickAsync($"details:has(form[action$='/{action}']) summary");
        await SendAsync(page, action);
    }

    private static async Task SendAsync(IPage page, string action)
    {
        var answer = await page.RunAndWaitForResponseAsync(() => page.ClickAsync($"form[action$='/{action}'] button[type=submit] >> nth=0"), answer => answer.Request.Method == "POST");
        Assert.True(answer.Status is 302 or 303, $"{action}: {answer.Status}");
        await page.WaitForLoadStateAsync();
    }
}
