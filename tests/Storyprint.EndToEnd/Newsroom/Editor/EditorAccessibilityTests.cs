using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>The editor's page as axe, a keyboard and a narrow window find it, in both directions of writing, light and dark.</summary>
[Collection<WritingNewsrooms>]
public sealed class EditorAccessibilityTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private const string Axe = """
        async () => (await axe.run(document, {
          runOnly: { type: 'tag', values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }, resultTypes: ['violations'],
        })).violations.flatMap(found => found.nodes.map(node => `${found.id} ${node.target} ${node.any.map(check => check.message).join(' ')}`))
        """;

    // What can be pressed or filled in, and can be seen.
    private const string Unreached = """
        () => [...document.querySelectorAll('#editor :is(a[href], button, input, select, textarea, summary, [contenteditable=true])')]
          .filter(each => each.checkVisibility() && !each.disabled && each.type !== 'hidden' && each.getBoundingClientRect().width > 1 && !each.dataset.reached)
          .map(each => each.outerHTML.slice(0, 120))
        """;

    [Theory]
    [InlineData("mira", "tomas", ColorScheme.Light)]
    [InlineData("mira", "tomas", ColorScheme.Dark)]
    [InlineData("nasrin", "behrang", ColorScheme.Light)]
    [InlineData("nasrin", "behrang", ColorScheme.Dark)]
    public async Task Axe_finds_nothing_and_nothing_scrolls_sideways_saved_or_not(string person, string other, ColorScheme scheme)
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        var options = new BrowserNewContextOptions { BypassCSP = true, ColorScheme = scheme, Locale = person == "nasrin" ? "fa-IR" : "en-GB", ReducedMotion = ReducedMotion.Reduce };
        await using var writer = await WritingBrowser.BeginAsync(await chromium.OpenAsync(options), demo.Site, person, "The gates open Monday");
        var found = new List<string>();
        await writer.Page.AddScriptTagAsync(new() { Path = Tool.Node("axe-core/axe.min.js") });
        await LookAsync("saved");

        // Somebody else is here, a choice is open, and words are not saved.
        await using (var two = await WritingBrowser.OpenAsync(chromium, demo, other, writer.Story))
        {
            await writer.Context.SetOfflineAsync(true);
            await writer.ReplaceEndAsync("Monday".Length, "Tuesday");
            await two.ReplaceEndAsync("Monday".Length, "Friday");
            await two.UntilSavedAsync();
            await writer.Context.SetOfflineAsync(false);
            await writer.Page.WaitForSelectorAsync(".draft .choice", new() { Timeout = 60_000 });
            await writer.Page.WaitForSelectorAsync(".editor-people *");
        }

        await writer.Context.SetOfflineAsync(true);
        await writer.TypeAsync(" at noon.");
        await writer.UntilItSaysAsync("editor.state.failing");
        await LookAsync("not saved");
        Assert.Empty(found);

        async Task LookAsync(string state)
        {
            foreach (var width in (int[])[1280, 360])
            {
                await writer.Page.SetViewportSizeAsync(width, 800);
                found.AddRange((await writer.Page.EvaluateAsync<string[]>(Axe)).Select(each => $"{state}, {width} wide: {each}"));
                if (await writer.Page.EvaluateAsync<int>("() => document.documentElement.scrollWidth - document.documentElement.clientWidth") is > 0 and var over)
                {
                    found.Add($"{state}, {width} wide: {over} px over");
                }
            }

            await writer.Page.SetViewportSizeAsync(1280, 800);
        }
    }

    [Theory]
    [InlineData("mira")]
    [InlineData("nasrin")]
    public async Task Everything_in_the_editor_is_reached_by_keyboard_and_the_text_is_left_again(string person)
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay and tide");
        await writer.Page.EvaluateAsync("() => document.querySelectorAll('#editor details').forEach(each => each.open = true)");

        // Tab goes from group to group, and arrows go within one.
        await writer.Page.EvaluateAsync("() => { document.querySelector('a[href]').focus(); document.querySelector('#editor').addEventListener('focusin', event => { event.target.dataset.reached = '1'; }); }");
        for (var stop = 0; stop < 120; stop++)
        {
            await writer.Page.Keyboard.PressAsync("Tab");
            if (await writer.Page.EvaluateAsync<bool>("() => document.activeElement.closest('[role=toolbar], [role=tablist]') !== null"))
            {
                for (var step = 0; step < 40; step++)
                {
                    await writer.Page.Keyboard.PressAsync(person == "nasrin" ? "ArrowLeft" : "ArrowRight");
                }
            }

            Assert.True(await writer.Page.EvaluateAsync<bool>("""
                () => {
                  const at = document.activeElement, style = getComputedStyle(at);
                  return at === document.body || !at.closest('#editor') || at.matches('.draft') || (style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2) || style.boxShadow !== 'none';
                }
                """), await writer.Page.EvaluateAsync<string>("() => `no focus is seen on ${document.activeElement.outerHTML.slice(0, 120)}`"));
            if (await writer.Page.EvaluateAsync<bool>("() => document.activeElement === document.body"))
            {
                break;
            }
        }

        Assert.Empty(await writer.Page.EvaluateAsync<string[]>(Unreached));
    }
}
