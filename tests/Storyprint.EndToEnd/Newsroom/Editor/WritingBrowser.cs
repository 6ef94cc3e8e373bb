using System.Text.Json;
using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>Somebody with a story open in the editor.</summary>
internal sealed class WritingBrowser : IAsyncDisposable
{
    private readonly Uri site;
    private readonly string person;

    private WritingBrowser(IBrowserContext context, Uri site, string person, string story) => (Context, this.site, this.person, Story) = (context, site, person, story);

    public IBrowserContext Context { get; }

    public IPage Page { get; private set; } = null!;

    /// <summary>The code of the story.</summary>
    public string Story { get; private set; }

    private string Language => person is "nasrin" or "behrang" or "shirin" ? "fa" : "en";

    /// <summary>Begins a story with these words.</summary>
    public static async Task<WritingBrowser> BeginAsync(IBrowserContext context, Uri site, string person, string words)
    {
        var browser = new WritingBrowser(context, site, person, string.Empty) { Page = await context.NewPageAsync() };
        await browser.SignInAsync(browser.Page);
        await browser.Page.GotoAsync(new Uri(site, "/newsroom/stories/new").ToString());
        await browser.Page.FillAsync("#f-headline", $"{words} {Guid.NewGuid():n}");
        await browser.Page.SelectOptionAsync($"#f-section-{browser.Language}", new SelectOptionValue { Index = 1 });
        await browser.Page.ClickAsync("main form button[type=submit]");
        await browser.Page.WaitForURLAsync("**/edit");
        browser.Story = new Uri(browser.Page.Url).Segments[^2].TrimEnd('/');
        await browser.WaitForTextAsync();
        await browser.TypeAsync(words);
        await browser.UntilSavedAsync();
        return browser;
    }

    public static async Task<WritingBrowser> BeginAsync(Chromium chromium, DemoNewsroom demo, string person, string words) => await BeginAsync(await chromium.OpenAsync(), demo.Site, person, words);

    /// <summary>Opens a story that is there, in the first tab of a browser.</summary>
    public static async Task<WritingBrowser> OpenAsync(IBrowserContext context, Uri site, string person, string story)
    {
        var browser = new WritingBrowser(context, site, person, story);
        await browser.SignInAsync(await context.NewPageAsync());
        return await browser.OpenTabAsync();
    }

    public static async Task<WritingBrowser> OpenAsync(Chromium chromium, DemoNewsroom demo, string person, string story) => await OpenAsync(await chromium.OpenAsync(), demo.Site, person, story);

    /// <summary>Another tab of the same browser, with the same story.</summary>
    public async Task<WritingBrowser> OpenTabAsync()
    {
        var tab = new WritingBrowser(Context, site, person, Story) { Page = await Context.NewPageAsync() };
        await tab.Page.GotoAsync(new Uri(site, $"/newsroom/stories/{Story}/edit").ToString());
        await tab.WaitForTextAsync();
        return tab;
    }

    /// <summary>Signs in as the person, or as another, on any page of the browser.</summary>
    public async Task SignInAsync(IPage page, string? other = null)
    {
        if (!page.Url.Contains("/sign-in", StringComparison.Ordinal))
        {
            await page.GotoAsync(new Uri(site, "/newsroom/sign-in").ToString());
        }

        if (await page.Locator($"button[value={other ?? person}]").CountAsync() > 0)
        {
            await page.ClickAsync($"button[value={other ?? person}]");
            await page.WaitForURLAsync("**/newsroom/**");
            await page.WaitForSelectorAsync(".me");
        }
    }

    /// <summary>Types at the end of the story.</summary>
    public async Task TypeAsync(string words)
    {
        await GoToEndAsync();
        await Page.Keyboard.TypeAsync(words);
    }

    public async Task GoToEndAsync()
    {
        await Page.FocusAsync(".draft");
        await Page.Keyboard.PressAsync("Control+End");
    }

    /// <summary>Types something in place of the last letters of the story.</summary>
    public async Task ReplaceEndAsync(int letters, string words)
    {
        await GoToEndAsync();
        for (; letters > 0; letters--)
        {
            await Page.Keyboard.PressAsync("Backspace");
        }

        await Page.Keyboard.TypeAsync(words);
    }

    /// <summary>The words that stand in the editor.</summary>
    public Task<string> TextAsync() => Page.InnerTextAsync(".draft");

    public async Task UntilItShowsAsync(string words)
    {
        try
        {
            await Polling.UntilAsync(async () => (await TextAsync()).Contains(words, StringComparison.Ordinal));
        }
        catch (Xunit.Sdk.XunitException)
        {
            Assert.Contains(words, await TextAsync(), StringComparison.Ordinal);
        }
    }

    public Task UntilSavedAsync() => UntilItSaysAsync("editor.state.saved");

    /// <summary>Waits until the head of the editor says a sentence, by its key.</summary>
    public Task UntilItSaysAsync(string key) => Polling.UntilAsync(async () => (await SayingAsync()).Contains(FixedWordsOf(key), StringComparison.Ordinal), $"it says “{FixedWordsOf(key)}”");

    /// <summary>What it says about saving, where it is in sight.</summary>
    public Task<string> SayingAsync() => Page.EvaluateAsync<string>("() => [...document.querySelectorAll('.editor-state, .editor-unsaved')].map(each => each.innerText).join('\\n')");

    /// <summary>Waits until the words are written down in the browser itself.</summary>
    public Task UntilKeptAsync(string words) => Polling.UntilAsync(
        async () => await Page.EvaluateAsync<bool>("""
            words => new Promise(resolve => {
              const opening = indexedDB.open('storyprint-editor', 1);
              opening.onsuccess = () => {
                const all = opening.result.transaction('parts').objectStore('parts').getAll();
                all.onsuccess = () => { opening.result.close(); resolve(JSON.stringify(all.result).includes(words)); };
              };
            })
            """, words), $"the browser keeps “{words}”");

    /// <summary>The sentence of a key in the language of the person, as far as it is always the same.</summary>
    public string FixedWordsOf(string key) =>
        JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(File.ReadAllText(Path.Combine(Tool.Repository, $"src/Storyprint.NewsroomPages/Texts/{Language}.json")))![key].GetString()!
            .Split("{0}").MaxBy(part => part.Length)!.Trim();

    public async ValueTask DisposeAsync() => await Context.CloseAsync();

    private async Task WaitForTextAsync() => await Page.WaitForSelectorAsync(".draft[contenteditable=true]", new() { Timeout = 60_000 });
}
