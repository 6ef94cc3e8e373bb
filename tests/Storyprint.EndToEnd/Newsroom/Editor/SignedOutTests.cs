using Storyprint.EndToEnd.Machine;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>The sign-in ends in the middle of a sentence.</summary>
[Collection<WritingNewsrooms>]
public sealed class SignedOutTests(DemoNewsrooms newsrooms, Chromium chromium)
{
    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Words_of_a_revoked_session_wait_and_go_out_after_signing_in_again_in_another_window(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay");
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await using (var elsewhere = await WritingBrowser.OpenAsync(chromium, demo, person, writer.Story))
        {
            await elsewhere.Page.GotoAsync($"{demo.Newsroom}/account");
            while (await elsewhere.Page.Locator("form[action*='/account/sessions/'][action$='/revoke']").CountAsync() is > 0 and var count)
            {
                await elsewhere.Page.Locator("form[action*='/account/sessions/'][action$='/revoke'] button").First.ClickAsync();
                await elsewhere.Page.WaitForFunctionAsync("count => document.querySelectorAll(\"form[action*='/account/sessions/'][action$='/revoke']\").length < count", count);
            }
        }

        await writer.TypeAsync(" and tide");
        await writer.UntilItSaysAsync("editor.state.signed-out");
        await writer.TypeAsync(" and rain");
        Assert.DoesNotContain("tide", await server.TextAsync(), StringComparison.Ordinal);
        var window = await writer.Page.RunAndWaitForPopupAsync(() => writer.Page.ClickAsync(".editor-unsaved a"));
        await window.WaitForLoadStateAsync();
        await writer.SignInAsync(window);
        await writer.Page.BringToFrontAsync();
        await writer.TypeAsync(" and wind");
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("Quay and tide and rain and wind");
    }

    [Theory]
    [InlineData(false, "mira", "tomas")]
    [InlineData(true, "nasrin", "behrang")]
    public async Task Nothing_goes_out_under_the_name_of_another_who_signed_in_in_the_same_browser(bool postgres, string person, string other)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay");
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        var window = await writer.Context.NewPageAsync();
        await ChangeAsync(other);
        await writer.TypeAsync(" and tide");
        await writer.UntilItSaysAsync("editor.state.other-person");
        await writer.UntilKeptAsync("Quay and tide");
        Assert.Contains("Quay and tide", await writer.TextAsync(), StringComparison.Ordinal);

        // Nor do they when the other opens the story.
        var theirs = await writer.OpenTabAsync();
        Assert.DoesNotContain("tide", await theirs.TextAsync(), StringComparison.Ordinal);
        await theirs.TypeAsync(" in fog");
        await theirs.UntilSavedAsync();
        await theirs.Page.CloseAsync();
        Assert.DoesNotContain("tide", await server.TextAsync(), StringComparison.Ordinal);

        // They are the first person's, and wait for that one.
        await writer.Page.CloseAsync();
        await ChangeAsync(person);
        var again = await writer.OpenTabAsync();
        await again.UntilItShowsAsync("and tide");
        await again.UntilItShowsAsync("in fog");
        await server.UntilItHasAsync("and tide");

        async Task ChangeAsync(string to)
        {
            await window.GotoAsync(demo.Newsroom);
            await window.ClickAsync(".me button");
            await window.WaitForURLAsync("**/sign-in**");
            await writer.SignInAsync(window, to);
        }
    }
}
