using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>Somebody suggests changes: they are drawn in the editor, against the draft of this moment, and nothing of it is in the text.</summary>
[Collection<WritingNewsrooms>]
public sealed class SuggestingTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private const string Drawn = "() => [...document.querySelectorAll('.draft ins, .draft del')].map(each => each.tagName + ' ' + each.textContent.trim())";

    public static TheoryData<bool, string, string> Pairs => new() { { false, "mira", "tomas" }, { true, "nasrin", "behrang" } };

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task What_is_put_in_and_taken_out_is_drawn_also_while_the_draft_goes_on(bool postgres, string person, string other)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Fog over the quay on Monday");
        await using var colleague = await WritingBrowser.OpenAsync(chromium, demo, other, writer.Story);
        await writer.Page.GotoAsync(new Uri(demo.Site, $"/newsroom/stories/{writer.Story}").ToString());
        await writer.Page.ClickAsync("form[action$='/proposals'] button");
        await writer.Page.WaitForURLAsync("**/proposals/*/edit");
        await writer.Page.WaitForSelectorAsync(".editor-suggestions:not([hidden])");

        await writer.ReplaceEndAsync("Monday".Length, "Friday");
        await UntilDrawnAsync("DEL Monday", "INS Friday");
        await writer.UntilSavedAsync();
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        Assert.DoesNotContain("Friday", await server.TextAsync(), StringComparison.Ordinal);

        await colleague.GoToEndAsync();
        await colleague.Page.Keyboard.PressAsync("Home");
        await colleague.Page.Keyboard.TypeAsync("Thick ");
        await writer.UntilItShowsAsync("Thick Fog over the quay");
        await UntilDrawnAsync("DEL Monday", "INS Friday");

        // What is copied is the text, without what is taken out of it.
        await writer.Page.Keyboard.PressAsync("Control+a");
        var copied = await writer.Page.EvaluateAsync<string>(
            "() => { const data = new DataTransfer(); document.querySelector('.draft').dispatchEvent(new ClipboardEvent('copy', { clipboardData: data, bubbles: true, cancelable: true })); return data.getData('text/html') + data.getData('text/plain'); }");
        Assert.Contains("Friday", copied, StringComparison.Ordinal);
        Assert.DoesNotContain("Monday", copied, StringComparison.Ordinal);

        await writer.Page.Keyboard.PressAsync("Control+Alt+9");
        await Polling.UntilAsync(async () => (await writer.Page.EvaluateAsync<string[]>(Drawn)).Length == 0);

        Task UntilDrawnAsync(params string[] expected) => Polling.UntilAsync(async () => (await writer.Page.EvaluateAsync<string[]>(Drawn)).SequenceEqual(expected), string.Join(", ", expected));
    }

    [Fact]
    public async Task The_preview_stands_beside_the_text_and_has_what_was_typed()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "mira", "The tide tables");
        await writer.Page.ClickAsync(".tool-preview");
        var shown = writer.Page.FrameLocator(".preview-frame:not(.is-coming)").Locator("main, body").First;
        await Assertions.Expect(shown).ToContainTextAsync("The tide tables");
        await writer.TypeAsync(" are late this year.");
        await Assertions.Expect(writer.Page.FrameLocator(".preview-frame:not(.is-coming)").Locator("body")).ToContainTextAsync("are late this year.", new() { Timeout = 60_000 });
        Assert.True(await writer.Page.Locator(".who-sees li").CountAsync() >= 2);
    }
}
