using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>Words that are composed (Japanese, a phone's keyboard) or put in letter by letter (Persian) arrive whole, whatever comes from others meanwhile.</summary>
[Collection<WritingNewsrooms>]
public sealed class CompositionTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    [Theory]
    [InlineData("港", "みなと", "港町")]
    [InlineData("ferry", "ferr", "ferry")]
    [InlineData("می‌رود", "می‌رو", "می‌رود")]
    public async Task A_composition_is_not_torn_by_the_words_of_another(string mark, string half, string whole)
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var one = await WritingBrowser.BeginAsync(chromium, demo, "mira", $"Quay {mark} ");
        using var server = await StoredDraft.OfAsync(demo.Site, one.Story);
        await using var two = await WritingBrowser.OpenAsync(chromium, demo, "tomas", one.Story);
        var devtools = await one.Context.NewCDPSessionAsync(one.Page);
        await one.GoToEndAsync();
        for (var letters = 1; letters <= half.Length; letters++)
        {
            await ComposeAsync(devtools, half[..letters]);
        }

        // The other writes in the same paragraph and in the next, and the first sends what it has.
        await two.GoToEndAsync();
        await two.Page.Keyboard.PressAsync("Home");
        await two.Page.Keyboard.TypeAsync("Fog over ");
        await two.Page.Keyboard.PressAsync("Control+End");
        await two.Page.Keyboard.PressAsync("Enter");
        await two.Page.Keyboard.TypeAsync("The gulls are loud.");
        await server.UntilItHasAsync("The gulls are loud.");
        await one.Page.WaitForResponseAsync(response => response.Url.Contains("/draft/events", StringComparison.Ordinal));
        await server.UntilItHasAsync(half);
        await ComposeAsync(devtools, whole);
        await devtools.SendAsync("Input.insertText", new() { ["text"] = whole });
        await one.Page.Keyboard.TypeAsync(" end");
        foreach (var browser in (WritingBrowser[])[one, two])
        {
            await browser.UntilItShowsAsync($"Fog over Quay {mark} {whole} end");
            await browser.UntilItShowsAsync("The gulls are loud.");
        }

        await one.UntilSavedAsync();
        await server.UntilItHasAsync($"Fog over Quay {mark} {whole} end");
        Assert.Equal(0, await server.ChoicesAsync());
    }

    [Fact]
    public async Task A_composition_that_is_given_up_leaves_nothing()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var one = await WritingBrowser.BeginAsync(chromium, demo, "mira", "Quay and tide");
        using var server = await StoredDraft.OfAsync(demo.Site, one.Story);
        var devtools = await one.Context.NewCDPSessionAsync(one.Page);
        await one.GoToEndAsync();
        await ComposeAsync(devtools, "みなと");
        await server.UntilItHasAsync("みなと");
        await ComposeAsync(devtools, "");
        await one.Page.Keyboard.TypeAsync(" and rain");
        await one.UntilSavedAsync();
        await server.UntilItHasAsync("Quay and tide and rain");
    }

    [Fact]
    public async Task A_Persian_keyboard_writes_whole_words_with_their_half_spaces()
    {
        const string Words = "کشتی‌ها آهسته می‌آیند و نمی‌ایستند، «چراغ» روشن است؟";
        var demo = await newsrooms.OnAsync(postgres: true);
        await using var one = await WritingBrowser.BeginAsync(chromium, demo, "nasrin", "فانوس ");
        using var server = await StoredDraft.OfAsync(demo.Site, one.Story);
        var devtools = await one.Context.NewCDPSessionAsync(one.Page);
        await one.GoToEndAsync();
        foreach (var letter in Words)
        {
            await devtools.SendAsync("Input.insertText", new() { ["text"] = letter.ToString() });
        }

        await one.UntilSavedAsync();
        await server.UntilItHasAsync($"فانوس {Words}");
    }

    private static Task ComposeAsync(ICDPSession devtools, string text) =>
        devtools.SendAsync("Input.imeSetComposition", new() { ["text"] = text, ["selectionStart"] = text.Length, ["selectionEnd"] = text.Length });
}
