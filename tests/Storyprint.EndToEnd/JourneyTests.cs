using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd;

/// <summary>What readers do, in a real browser.</summary>
public sealed partial class JourneyTests(DemoSite site, Chromium chromium)
{
    /// <summary>Milliseconds.</summary>
    private const float Patience = 30_000;

    [Fact]
    public async Task A_reader_goes_from_the_front_page_to_a_story_to_its_Persian_translation_to_paper()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(site.Address.ToString());
        var headline = await page.Locator(".card.lead h2").InnerTextAsync();
        await page.Locator(".card.lead h2 a").ClickAsync();
        Assert.Equal(headline, await page.Locator("h1").InnerTextAsync());

        await page.GotoAsync(new Uri(site.Address, $"/news/{DemoSite.Library}").ToString());
        await page.Locator(".editions a[hreflang=fa]").ClickAsync();
        Assert.Equal("rtl", await page.Locator("html").GetAttributeAsync("dir"));
        var code = await page.Locator(".identity .code").InnerTextAsync();
        Assert.NotEqual(DemoSite.Library.Digits, code);
        headline = await page.Locator("h1").InnerTextAsync();

        await page.Locator(".acts .button").ClickAsync();
        Assert.EndsWith($"/news/{code}/print", page.Url, StringComparison.Ordinal);
        Assert.Equal(headline, await page.Locator("h1").InnerTextAsync());
        var revision = (await site.StoriesAsync()).First(story => story.Code.Digits == code).Id;
        Assert.Equal($"{site.Origin}/{revision}", (await page.Locator("svg.qr").GetAttributeAsync("aria-label"))!.Split(": ")[1].Trim('\u2066', '\u2069'));
    }

    [Theory]
    [InlineData("كتاب", "کتاب")]
    [InlineData("کتاب", "کتاب")]
    [InlineData("كتابخانه", "کتابخانه")]
    public async Task Persian_letters_typed_on_another_keyboard_find_the_same_stories(string typed, string found)
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, "/fa/").ToString());
        await page.Locator("a.find").ClickAsync();
        await page.Locator("#q").FillAsync(typed);
        await page.Locator("#q").PressAsync("Enter");

        // Asked again and again: waiting for the event of a page that is already loading can miss it.
        await Assertions.Expect(page).ToHaveURLAsync(SearchPage(), new() { Timeout = Patience });
        await Assertions.Expect(page.Locator(".hits mark").First).ToBeVisibleAsync(new() { Timeout = Patience });
        var marked = await page.Locator(".hits mark").AllInnerTextsAsync();
        Assert.Contains(marked, words => words.Contains(found, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_copy_button_copies_the_news_link()
    {
        await using var window = await chromium.OpenAsync(new() { Permissions = ["clipboard-read", "clipboard-write"] });
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, $"/news/{DemoSite.Library}").ToString());
        await page.Locator("button[data-copy]").ClickAsync();
        var canonical = await page.Locator("link[rel=canonical]").GetAttributeAsync("href");
        Assert.Equal(canonical, await page.EvaluateAsync<string>("() => navigator.clipboard.readText()"));
        Assert.Equal("Copied", await page.Locator("button[data-copy]").InnerTextAsync());
    }

    [Fact]
    public async Task The_mark_is_shown_when_it_is_asked_for()
    {
        await using var window = await chromium.OpenAsync();
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, $"/news/{DemoSite.Library}").ToString());
        var mark = page.Locator(".identity details img");
        Assert.False(await mark.IsVisibleAsync());
        await page.Locator(".identity summary").ClickAsync();
        await Assertions.Expect(mark).ToBeVisibleAsync();
        await Assertions.Expect(mark).ToHaveJSPropertyAsync("complete", true);
        Assert.True(await mark.EvaluateAsync<int>("image => image.naturalWidth") > 0);
    }

    [Fact]
    public async Task A_story_reads_and_links_without_any_script()
    {
        await using var window = await chromium.OpenAsync(new() { JavaScriptEnabled = false });
        var page = await window.NewPageAsync();
        await page.GotoAsync(new Uri(site.Address, $"/news/{DemoSite.Library}").ToString());
        Assert.Contains($"{site.Origin}/news/{DemoSite.Library}", await page.Locator(".identity .link").InnerTextAsync(), StringComparison.Ordinal);
        Assert.False(await page.Locator("button[data-copy]").IsVisibleAsync());
        await page.Locator("summary").ClickAsync();
        Assert.True(await page.Locator(".identity details img").IsVisibleAsync());
    }

    [GeneratedRegex(@"/fa/search\?q=")]
    private static partial Regex SearchPage();
}
