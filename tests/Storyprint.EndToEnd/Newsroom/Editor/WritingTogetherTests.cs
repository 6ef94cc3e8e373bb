using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>Two write at once: in two tabs, in one paragraph with the network cut between them, over the same word.</summary>
[Collection<WritingNewsrooms>]
public sealed class WritingTogetherTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    public static TheoryData<bool, string, string> Pairs => new() { { false, "mira", "tomas" }, { true, "nasrin", "behrang" } };

    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Two_tabs_of_one_person_come_to_the_same_text(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var first = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay");
        using var server = await StoredDraft.OfAsync(demo.Site, first.Story);
        var second = await first.OpenTabAsync();
        await first.TypeAsync(" and tide");
        await second.GoToEndAsync();
        await second.Page.Keyboard.PressAsync("Home");
        await second.Page.Keyboard.TypeAsync("Fog over ");
        foreach (var tab in (WritingBrowser[])[first, second])
        {
            await tab.UntilItShowsAsync("Fog over Quay and tide");
            await tab.UntilSavedAsync();
        }

        await server.UntilItHasAsync("Fog over Quay and tide");
        Assert.Equal(0, await server.ChoicesAsync());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Two_write_in_one_paragraph_with_the_network_cut_between_them_and_both_have_both(bool postgres, string person, string other)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var one = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay and tide");
        using var server = await StoredDraft.OfAsync(demo.Site, one.Story);
        await using var two = await WritingBrowser.OpenAsync(chromium, demo, other, one.Story);
        await one.Context.SetOfflineAsync(true);
        await one.TypeAsync(" in heavy rain");
        await two.GoToEndAsync();
        await two.Page.Keyboard.PressAsync("Home");
        await two.Page.Keyboard.TypeAsync("Fog over ");
        await two.UntilSavedAsync();
        await one.UntilItSaysAsync("editor.state.failing");
        Assert.Contains("Quay and tide in heavy rain", await one.TextAsync(), StringComparison.Ordinal);
        await one.Context.SetOfflineAsync(false);
        foreach (var browser in (WritingBrowser[])[one, two])
        {
            await browser.UntilItShowsAsync("Fog over Quay and tide in heavy rain");
        }

        await server.UntilItHasAsync("Fog over Quay and tide in heavy rain");
        Assert.Equal(0, await server.ChoicesAsync());
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Two_words_for_one_stand_side_by_side_hold_the_release_back_and_are_settled_with_one_key(bool postgres, string person, string other)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var one = await WritingBrowser.BeginAsync(chromium, demo, person, "The gates open Monday");
        using var server = await StoredDraft.OfAsync(demo.Site, one.Story);
        await using var two = await WritingBrowser.OpenAsync(chromium, demo, other, one.Story);
        await one.Context.SetOfflineAsync(true);
        await one.ReplaceEndAsync("Monday".Length, "Tuesday");
        await one.UntilItSaysAsync("editor.state.failing");
        await two.ReplaceEndAsync("Monday".Length, "Friday");
        await two.UntilSavedAsync();
        await one.Context.SetOfflineAsync(false);
        foreach (var browser in (WritingBrowser[])[one, two])
        {
            await browser.Page.WaitForSelectorAsync(".draft .choice", new() { Timeout = 60_000 });
            var words = await browser.Page.Locator(".draft .choice .choice-words").AllInnerTextsAsync();
            Assert.Equal(["Friday", "Tuesday"], words.Order());
        }

        await Polling.UntilAsync(async () => await server.ChoicesAsync() == 1);
        var (exitCode, said) = await demo.RunAsync("publish", one.Story);
        Assert.True(exitCode != 0 && said.Length > 0, said);

        // F8 goes to the place to choose, and Enter takes the text that has the focus.
        await two.Page.FocusAsync(".draft");
        await two.Page.Keyboard.PressAsync("F8");
        var taken = await two.Page.EvaluateAsync<string>("() => document.activeElement.closest('.choice-option').querySelector('.choice-words').textContent");
        await two.Page.Keyboard.PressAsync("Enter");
        await Polling.UntilAsync(async () => await server.ChoicesAsync() == 0);
        foreach (var browser in (WritingBrowser[])[one, two])
        {
            await browser.UntilItShowsAsync($"The gates open {taken}");
            await browser.Page.WaitForFunctionAsync("() => !document.querySelector('.draft .choice')");
        }

        (exitCode, said) = await demo.RunAsync("publish", one.Story);
        Assert.True(exitCode == 0, said);
    }
}
