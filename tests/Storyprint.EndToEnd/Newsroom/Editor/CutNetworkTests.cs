using Microsoft.Playwright;
using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>Somebody types on while there is no network, or one that loses answers.</summary>
[Collection<WritingNewsrooms>]
public sealed class CutNetworkTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    private static readonly string[] English = "The harbour master counts boats ropes lamps gulls and bells until evening comes with rain".Split(' ');
    private static readonly string[] Persian = "ناخدا قایق طناب فانوس مرغ زنگ موج ساحل را تا غروب بارانی می‌شمارد و می‌نویسد".Split(' ');

    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Words_typed_over_a_network_that_comes_and_goes_are_all_there_once(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        var words = person == "nasrin" ? Persian : English;
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, words[0]);
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        for (var index = 1; index < words.Length; index++)
        {
            if (index % 4 == 1)
            {
                await writer.Context.SetOfflineAsync(index % 8 == 1);
            }

            await writer.Page.Keyboard.TypeAsync($" {words[index]}");
        }

        await writer.Context.SetOfflineAsync(true);
        await writer.TypeAsync($" {words[0]}");
        await writer.UntilItSaysAsync("editor.state.no-connection");
        Assert.Contains(writer.FixedWordsOf("editor.state.kept"), await writer.SayingAsync(), StringComparison.Ordinal);
        await writer.UntilItSaysAsync("editor.state.failing");
        await writer.Context.SetOfflineAsync(false);
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync($"{string.Join(' ', words)} {words[0]}");
    }

    [Fact]
    public async Task An_answer_that_is_lost_doubles_no_word()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "mira", English[0]);
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        var lost = 0;
        await writer.Page.RouteAsync("**/draft", async route =>
        {
            if (route.Request.Method == "POST" && lost++ < 2)
            {
                await route.FetchAsync();
                await route.AbortAsync();
            }
            else
            {
                await route.ContinueAsync();
            }
        });
        await writer.TypeAsync(" and the tide");
        await writer.UntilItSaysAsync("editor.state.failing");
        await writer.TypeAsync(" turns");
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync($"{English[0]} and the tide turns");
        Assert.Single((await server.TextAsync()).Split("and the tide")[1..]);
        Assert.InRange(lost, 2, int.MaxValue);
    }

    [Fact]
    public async Task A_page_that_is_opened_while_the_server_is_away_opens_by_itself_with_the_words_that_waited()
    {
        var demo = await newsrooms.OnAsync(postgres: false);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, "mira", English[0]);
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await writer.Page.RouteAsync("**/draft", route => route.AbortAsync());
        await writer.TypeAsync(" and the mast");
        await writer.UntilKeptAsync(" and the mast");

        // The page comes, and then nothing more.
        await writer.Page.ReloadAsync(new() { WaitUntil = WaitUntilState.DOMContentLoaded });
        await writer.Page.WaitForSelectorAsync(".editor-notices .notice");
        Assert.Contains(writer.FixedWordsOf("editor.opening.waits"), await writer.Page.InnerTextAsync(".editor-notices"), StringComparison.Ordinal);
        await writer.Page.UnrouteAllAsync();
        await writer.UntilItShowsAsync($"{English[0]} and the mast");
        await server.UntilItHasAsync($"{English[0]} and the mast");
    }
}
