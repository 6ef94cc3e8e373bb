using Storyprint.EndToEnd.Machine;
using Storyprint.Tests;

namespace Storyprint.EndToEnd.Newsroom.Editor;

/// <summary>A draft is changed by something that is no editor while somebody types: an import, a release, a withdrawal.</summary>
[Collection<WritingNewsrooms>]
public sealed class ChangedElsewhereTests(DemoNewsrooms newsrooms, Chromium chromium) : IDisposable
{
    private readonly string archive = Directory.CreateTempSubdirectory("storyprint-again-").FullName;

    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task An_import_of_other_words_and_what_somebody_types_meanwhile_both_stand(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        var headline = $"The bridge {Guid.NewGuid():n}";
        await ImportAsync(demo, person, headline, "It opens in May.");
        await using var writer = await WritingBrowser.OpenAsync(chromium, demo, person, await StoredDraft.CodeAsync(demo.Site, headline));
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await writer.Context.SetOfflineAsync(true);
        await writer.TypeAsync(" Boats pass below.");
        await ImportAsync(demo, person, headline, "It opens early in May.");
        await writer.Context.SetOfflineAsync(false);
        await writer.UntilItShowsAsync("It opens early in May.");
        await writer.UntilItShowsAsync("Boats pass below.");
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("It opens early in May.");
        await server.UntilItHasAsync("Boats pass below.");

        // Words of the newsroom are not overwritten by the archive.
        await ImportAsync(demo, person, headline, "It opens in June.");
        Assert.Contains("Boats pass below.", await server.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("Boats pass below.", await writer.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task A_release_in_the_middle_takes_no_word_and_what_is_typed_on_is_the_next_draft(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay and tide");
        using var server = await StoredDraft.OfAsync(demo.Site, writer.Story);
        await writer.Context.SetOfflineAsync(true);
        await writer.TypeAsync(" and rain");
        var (exitCode, said) = await demo.RunAsync("publish", writer.Story);
        Assert.True(exitCode == 0, said);
        await writer.TypeAsync(" and wind");
        await writer.Context.SetOfflineAsync(false);
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("Quay and tide and rain and wind");
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false }) { BaseAddress = demo.Site };
        var published = await http.GetStringAsync($"/news/{writer.Story}", TestContext.Current.CancellationToken);
        Assert.Contains("Quay and tide", published, StringComparison.Ordinal);
        Assert.DoesNotContain("and rain", published, StringComparison.Ordinal);
        await writer.TypeAsync(" and fog");
        await writer.UntilSavedAsync();
        await server.UntilItHasAsync("Quay and tide and rain and wind and fog");
    }

    [Theory]
    [MemberData(nameof(WritingNewsrooms.Desks), MemberType = typeof(WritingNewsrooms))]
    public async Task Words_typed_into_a_story_that_is_withdrawn_stay_to_be_read_and_copied(bool postgres, string person)
    {
        var demo = await newsrooms.OnAsync(postgres);
        await using var writer = await WritingBrowser.BeginAsync(chromium, demo, person, "Quay and tide");
        await writer.Context.GrantPermissionsAsync(["clipboard-read", "clipboard-write"]);
        var (exitCode, said) = await demo.RunAsync("publish", writer.Story);
        Assert.True(exitCode == 0, said);
        await writer.Context.SetOfflineAsync(true);
        await writer.TypeAsync(" and rain");
        (exitCode, said) = await demo.RunAsync("withdraw", writer.Story, "--reason", "other", "--expected", "1", "--yes");
        Assert.True(exitCode == 0, said);
        await writer.Context.SetOfflineAsync(false);
        await writer.UntilItSaysAsync("editor.refused.withdrawn");
        Assert.Contains("Quay and tide and rain", await writer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal("false", await writer.Page.GetAttributeAsync(".draft", "contenteditable"));
        await writer.Page.ClickAsync(".editor-unsaved button");
        await Polling.UntilAsync(async () => (await writer.Page.EvaluateAsync<string>("() => navigator.clipboard.readText()")).Contains("Quay and tide and rain", StringComparison.Ordinal));
        Assert.Equal(404, (await writer.Page.GotoAsync($"{demo.Newsroom}/stories/{writer.Story}/edit"))!.Status);
    }

    public void Dispose() => Directory.Delete(archive, recursive: true);

    private async Task ImportAsync(DemoNewsroom demo, string person, string headline, string words)
    {
        await File.WriteAllTextAsync(Path.Combine(archive, "bridge.md"), $"---\ntitle: {headline}\nstatus: draft\nsection: city\n---\n{words}\n", TestContext.Current.CancellationToken);
        var (exitCode, said) = await demo.RunAsync("import", archive, "--archive", headline, "--edition", person == "nasrin" ? "fa" : "en");
        Assert.True(exitCode == 0, said);
    }
}
