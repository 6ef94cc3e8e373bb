using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Body;

namespace Storyprint.EndToEnd;

/// <summary>What somebody does who holds a text that is said to be ours, with a phone in one hand.</summary>
public sealed class CheckCopyJourneyTests(DemoSite site, Chromium chromium)
{
    private const string Axe = """
        async () => (await axe.run(document, { runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'] }))
          .violations.flatMap(found => found.nodes.map(node => `${found.id} ${node.target}`))
        """;

    [Theory]
    [InlineData("en", ColorScheme.Light, true)]
    [InlineData("fa", ColorScheme.Dark, true)]
    [InlineData("fa", ColorScheme.Light, false)]
    public async Task A_text_is_pasted_and_every_difference_is_shown(string language, ColorScheme scheme, bool hasScript)
    {
        await using var window = await PhoneAsync(scheme, hasScript);
        var (page, story) = (await window.NewPageAsync(), await StoryAsync(language));
        await page.GotoAsync(new Uri(site.Address, $"/news/{story.Code}").ToString());
        await page.Locator(".acts a[href*='/check?code=']").ClickAsync();
        var words = story.Content.Body.OfType<Paragraph>().Take(3).Select(paragraph => paragraph.Text.Plain).ToList();
        await CheckAsync(page, $"{words[0]}\n\n{words[1]} 912 {words[2]}");
        await Assertions.Expect(page.Locator(".answer.altered #verdict")).ToContainTextAsync(story.Content.Headline);
        await Assertions.Expect(page.Locator(".differences")).ToContainTextAsync("912");
        await Assertions.Expect(page.Locator(".marked ins:not(.faint)").Filter(new() { HasText = "912" })).ToHaveCountAsync(1);
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
        await page.Locator(".answer .acts .button").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync(story.Content.Headline);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task Axe_finds_nothing_on_an_answer(string language)
    {
        await using var window = await chromium.OpenAsync(new() { BypassCSP = true, ViewportSize = new() { Width = 360, Height = 740 } });
        var (page, story) = (await window.NewPageAsync(), await StoryAsync(language));
        var words = story.Content.Body.OfType<Paragraph>().Take(2).Select(paragraph => paragraph.Text.Plain).ToList();
        await page.GotoAsync(new Uri(site.Address, $"/{language}/check").ToString());
        await CheckAsync(page, $"Somebody wrote this above it, and it is of nobody here at all.\n\n{words[0]}\u202E 21\u202C\n\n912 {words[1]}");
        await page.Locator("details.send summary").ClickAsync();
        await page.AddScriptTagAsync(new() { Path = Tool.Node("axe-core/axe.min.js") });
        Assert.Empty(await page.EvaluateAsync<string[]>(Axe));
        Assert.True(await page.Locator("details.send button[data-copy]").IsVisibleAsync());
    }

    [Fact]
    public async Task A_finding_goes_to_somebody_else_who_sees_for_himself()
    {
        await using var window = await PhoneAsync();
        var (page, story) = (await window.NewPageAsync(), await StoryAsync("en"));
        await page.GotoAsync(new Uri(site.Address, "/en/check").ToString());
        await CheckAsync(page, $"{story.Content.Body.OfType<Paragraph>().First().Text.Plain} It was 912 metres long.");
        var link = await page.Locator("details.send [data-copy]").GetAttributeAsync("data-copy");
        await page.GotoAsync(new Uri(site.Address, new Uri(link!).PathAndQuery).ToString());
        await Assertions.Expect(page.Locator(".sent")).ToContainTextAsync(story.Content.Headline);
        Assert.Equal(story.Id.ToString(), await page.Locator("input[name=code]").InputValueAsync());
    }

    [Theory]
    [InlineData("en", "Only a few words", "tooshort")]
    [InlineData("fa", "فقط چند واژه", "tooshort")]
    [InlineData("en", "Nobody here has ever written a single one of these words in this order, for they were thought of on another day by somebody who has no newspaper at all.", "notfound")]
    [InlineData("fa", "هیچ‌کس این‌جا این واژه‌ها را به این ترتیب ننوشته است، چون کسی آن‌ها را روز دیگری به خاطر آورد که روزنامه‌ای ندارد و هرگز هم نداشته است و نخواهد داشت.", "notfound")]
    public async Task What_is_too_short_or_not_ours_is_said_to_be_so(string language, string text, string verdict)
    {
        await using var window = await PhoneAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, $"/{language}/check").ToString());
        await CheckAsync(page, text);
        await Assertions.Expect(page.Locator($".answer.{verdict}")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".marked").CountAsync());
    }

    [Fact]
    public async Task A_story_that_was_withdrawn_is_never_quoted()
    {
        var gone = Assert.Single((await new StoryStore(site.Installation.Database).WithdrawnAsync(TestContext.Current.CancellationToken)).Take(1));
        await using var window = await PhoneAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/en/check").ToString());
        await CheckAsync(page, $"{site.Origin}/{gone.Code}.1");
        await Assertions.Expect(page.Locator(".answer.withdrawn")).ToBeVisibleAsync();
        Assert.Equal(0, await page.Locator(".marked").CountAsync());
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fa")]
    public async Task A_photograph_of_a_printed_page_leads_to_its_revision(string language)
    {
        await using var window = await PhoneAsync();
        var (page, story) = (await window.NewPageAsync(), await StoryAsync(language));
        await page.GotoAsync(new Uri(site.Address, $"/news/{story.Code}/print").ToString());
        await page.SetViewportSizeAsync(900, 1270);

        // Tilted, a little blurred and grey, as a hand in a kitchen takes it.
        await page.EvaluateAsync("() => { document.body.style.cssText += 'transform: rotate(1.2deg) scale(.94); filter: blur(.4px) contrast(.85) brightness(.95);'; }");
        var photo = await page.ScreenshotAsync(new() { Type = ScreenshotType.Jpeg, Quality = 70 });
        await page.SetViewportSizeAsync(360, 740);
        await page.GotoAsync(new Uri(site.Address, $"/{language}/check").ToString());
        await page.Locator("#file-copied").SetInputFilesAsync(new FilePayload { Name = "photo.jpg", MimeType = "image/jpeg", Buffer = photo });
        await page.Locator("form.copied button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".answer")).ToContainTextAsync(story.Content.Headline, new() { Timeout = 60_000 });
        Assert.Equal(0, await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth"));
    }

    [Fact]
    public async Task A_file_that_cannot_be_read_is_refused_with_what_to_do()
    {
        await using var window = await PhoneAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/en/check").ToString());
        await page.Locator("#file-copied").SetInputFilesAsync(new FilePayload { Name = "x.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7 and nothing more"u8] });
        await page.Locator("form.copied button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator(".notice[role=alert]")).ToBeVisibleAsync(new() { Timeout = 60_000 });
    }

    private Task<IBrowserContext> PhoneAsync(ColorScheme scheme = ColorScheme.Light, bool hasScript = true) =>
        chromium.OpenAsync(new() { ViewportSize = new() { Width = 360, Height = 740 }, ColorScheme = scheme, JavaScriptEnabled = hasScript });

    private static async Task CheckAsync(IPage page, string text)
    {
        await page.Locator("#text-copied").FillAsync(text);
        await page.Locator("form.copied button[type=submit]").ClickAsync();
        await Assertions.Expect(page.Locator("#verdict")).ToBeVisibleAsync(new() { Timeout = 30_000 });
    }

    // One whose words no other story has.
    private async Task<PublishedStory> StoryAsync(string language) => (await site.StoriesAsync()).First(
        story => story.Edition == language && story.Content.Body.OfType<Paragraph>().Count() > 4 && story.Content.Body.OfType<Paragraph>().Take(3).All(paragraph => paragraph.Text.Plain.Length > 80));
}
