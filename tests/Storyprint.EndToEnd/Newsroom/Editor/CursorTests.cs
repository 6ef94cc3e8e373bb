using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>Where keys act, in a browser that is busy.</summary>
[Collection<WritingNewsrooms>]
public sealed class CursorTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    [Fact]
    public async Task A_key_acts_where_the_cursor_stands_though_the_browser_has_not_told_yet_that_it_moved()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "mira", "Quay and tide");
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await writer.Page.Keyboard.PressAsync("Home");
        await writer.Page.Keyboard.TypeAsync("Fog over ");

        // In one task, as a busy browser does with keys that waited: the cursor goes to the end, and Enter is pressed.
        await writer.Page.EvaluateAsync("""
            () => {
              getSelection().modify('move', 'forward', 'documentboundary');
              document.querySelector('.draft').dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', code: 'Enter', keyCode: 13, bubbles: true, cancelable: true }));
            }
            """);
        await writer.Page.Keyboard.TypeAsync("Gulls");
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("Fog over Quay and tide\nGulls");
    }
}
