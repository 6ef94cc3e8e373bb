using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>What was typed outlives the tab and the browser in which it was typed.</summary>
[Collection<WritingNewsrooms>]
public sealed class ClosedTabTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Words_of_a_tab_that_is_closed_in_the_middle_stand_in_the_next_and_go_out_by_themselves(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, WordsOf(person, 0));
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        for (var round = 1; round < 4; round++)
        {
            var tab = await writer.OpenTabAsync();
            await tab.TypeAsync(WordsOf(person, round));
            await tab.Page.CloseAsync();
            var next = await writer.OpenTabAsync();
            await next.UntilItShowsAsync(WordsOf(person, round));
            await server.UntilItHasAsync(WordsOf(person, round));
            await next.Page.CloseAsync();
        }
    }

    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Words_of_a_browser_that_is_killed_stand_in_the_next_and_go_out_by_themselves(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var browser = new KillableChromium();
        var writer = await WritingBrowser.BeginAsync(await browser.StartAsync(), demo.Site, person, WordsOf(person, 0));
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);

        // The server hears nothing of it before the browser dies.
        await writer.Page.RouteAsync("**/draft", route => route.AbortAsync());
        await writer.TypeAsync(WordsOf(person, 1));
        await writer.UntilKeptAsync(WordsOf(person, 1));
        await browser.KillAsync();
        Assert.DoesNotContain(WordsOf(person, 1), await server.TextAsync(), StringComparison.Ordinal);

        var again = await WritingBrowser.OpenAsync(await browser.StartAsync(), demo.Site, person, writer.Story);
        await again.UntilItShowsAsync(WordsOf(person, 1));
        await server.UntilItHasAsync(WordsOf(person, 1));
        Assert.Single((await server.TextAsync()).Split(WordsOf(person, 1))[1..]);
    }

    [Fact]
    public async Task What_a_closed_tab_could_not_send_goes_out_from_another_that_was_open_before_it()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var first = await WritingBrowser.BeginAsync(chromium, demo, "mira", WordsOf("mira", 0));
        using var server = await StoredDraft.OfAsync(demo.Site, first.Story);
        var second = await first.OpenTabAsync();
        await second.Page.RouteAsync("**/draft", route => route.AbortAsync());
        await second.TypeAsync(WordsOf("mira", 1));
        await second.UntilKeptAsync(WordsOf("mira", 1));
        Assert.DoesNotContain(WordsOf("mira", 1), await server.TextAsync(), StringComparison.Ordinal);
        await second.Page.CloseAsync();

        // It is looked at again. (A browser without a window does not tell the page.)
        await first.Page.BringToFrontAsync();
        await first.Page.EvaluateAsync("() => window.dispatchEvent(new Event('focus'))");
        await server.UntilItHasAsync(WordsOf("mira", 1));
        await first.UntilItShowsAsync(WordsOf("mira", 1));
        Assert.Single((await server.TextAsync()).Split(WordsOf("mira", 1))[1..]);
    }

    private static string WordsOf(string person, int round) => person == "nasrin"
        ? ((string[])[" اسکله در مه آرام است", " فانوس روشن می‌ماند", " طناب‌ها محکم است", " باران می‌بارد"])[round]
        : ((string[])[" The quay is quiet in the fog", " and the lamp stays lit", " while the ropes hold fast", " until the rain comes"])[round];
}
