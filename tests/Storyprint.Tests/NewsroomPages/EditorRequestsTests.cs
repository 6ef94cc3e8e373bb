using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using SkiaSharp;
using Storyprint.Newsroom.Releases;
using Storyprint.Newsroom.Settings;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions.Settings;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>What an editor sends and gets: <c>EditorRoutes</c>, <c>DraftMessage</c> and <c>DraftAnswer</c>, over HTTP.</summary>
public class EditorRequestsTests : IAsyncLifetime
{
    public sealed class OnPostgres : EditorRequestsTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient ines = null!;
    private HttpClient jens = null!;
    private StoryCode code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Draft => $"/newsroom/stories/{code}/draft";

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        (ines, jens) = (await site.SignedInAsync("ines", Role.Reporter), await site.SignedInAsync("jens", Role.Editor));
        code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates", "The gates open on Monday.");
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task Two_browsers_write_in_one_sentence_and_both_have_both()
    {
        var (first, second) = (await OpenAsync(ines), await OpenAsync(jens));
        var one = await AnswerAsync(await SendAsync(ines, first, "e1", "r1", "The gates open early on Monday."));
        Assert.Equal((2L, false), (one["version"]!.GetValue<long>(), one.ContainsKey("change")));
        var two = await AnswerAsync(await SendAsync(jens, second, "e2", "r2", "The gates open on Monday at noon."));
        Assert.Equal("The gates open early on Monday at noon.", two["change"]!["blocks"]![0]!["texts"]!["text"]![0]!["text"]!.GetValue<string>());
        Assert.Equal("ines", two["by"]![0]!.GetValue<string>());
        var since = JsonNode.Parse(await ines.GetStringAsync($"{Draft}/since?version=2", Cancellation))!;
        Assert.Equal("The gates open early on Monday at noon.", since["change"]!["blocks"]![0]!["texts"]!["text"]![0]!["text"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("", "/")]
    [InlineData("[]", "")]
    [InlineData("{\"editor\":\"e1\"}", "/request")]
    [InlineData("{\"editor\":\"e 1\",\"request\":\"r1\",\"version\":1,\"change\":{}}", "/editor")]
    [InlineData("{\"editor\":\"e1\",\"request\":\"r1\",\"change\":{}}", "/version")]
    [InlineData("{\"editor\":\"e1\",\"request\":\"r1\",\"version\":1,\"change\":{},\"also\":1}", "/also")]
    [InlineData("{\"editor\":\"e1\",\"request\":\"r1\",\"version\":1,\"change\":{\"removed\":[\"none\"]}}", "/removed/0")]
    [InlineData("{\"editor\":\"e1\",\"request\":\"r1\",\"version\":1,\"change\":{\"blocks\":[{\"id\":\"story\",\"kind\":\"story\",\"values\":{\"language\":\"fa\"}}]}}", "/values/language")]
    [InlineData("{\"editor\":\"e1\",\"request\":\"r1\",\"version\":1,\"change\":{\"blocks\":[{\"id\":\"x\",\"kind\":\"video\"}],\"placed\":[{\"id\":\"x\",\"parent\":\"story\"}]}}", "/blocks/0/kind")]
    [InlineData("{\"editor\":\"e1\",\"request\":\"r1\",\"version\":1,\"change\":{\"blocks\":[{\"id\":\"x\",\"kind\":\"paragraph\",\"texts\":{\"text\":[{\"text\":\"a\",\"link\":\"javascript:alert(1)\"}]}}],\"placed\":[{\"id\":\"x\",\"parent\":\"story\"}]}}", "link")]
    public async Task What_no_editor_would_send_is_refused_whole_with_its_place(string body, string where)
    {
        var opened = await OpenAsync(ines);
        var answer = await PostAsync(ines, opened, body);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var problem = JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!;
        Assert.NotEmpty(problem["problem"]!.GetValue<string>());
        Assert.Contains(where == "/" ? "" : where, problem["where"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal(1L, (await OpenAsync(ines))["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_version_that_is_not_known_is_answered_with_the_way_on()
    {
        var opened = await OpenAsync(ines);
        opened["version"] = 900;
        var answer = await SendAsync(ines, opened, "e1", "r1", "The gates open on Tuesday.");
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("unknown-base", JsonNode.Parse(await answer.Content.ReadAsStringAsync(Cancellation))!["reason"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Conflict, (await ines.GetAsync(new Uri($"{Draft}/since?version=900", UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Nobody_sends_without_the_token_of_a_sign_in()
    {
        var opened = await OpenAsync(ines);
        opened["token"] = "another";
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync(ines, opened, "e1", "r1", "The gates open on Tuesday.")).StatusCode);
        var nobody = site.Browser();
        Assert.Equal(HttpStatusCode.Redirect, (await nobody.GetAsync(new Uri(Draft, UriKind.Relative), Cancellation)).StatusCode);
    }

    [Fact]
    public async Task Who_is_here_is_told_to_the_others_with_their_block()
    {
        var opened = await OpenAsync(ines);
        await SendAsync(ines, opened, "e1", "r1", "The gates open on Tuesday.");
        var events = await jens.GetStringAsync($"{Draft}/events?editor=e2&block=story", Cancellation);
        Assert.Contains("event: version\ndata: {\"version\":2}", events, StringComparison.Ordinal);
        Assert.Contains("\"name\":\"ines\"", events, StringComparison.Ordinal);
        Assert.Contains("\"editor\":\"e2\",\"name\":\"jens\",\"block\":\"story\",\"isYou\":true", events, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_is_begun_written_and_found_among_the_drafts()
    {
        var begun = await NewsroomSite.SendAsync(ines, "/newsroom/stories/new", "/newsroom/stories/new", ("headline", "The library moves"), ("edition", "en"), ("section-en", "city"));
        var path = begun.Headers.Location!.ToString();
        Assert.EndsWith("/edit", path, StringComparison.Ordinal);
        Assert.Contains("data-draft=", await ines.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.Contains("The library moves", await ines.GetStringAsync("/newsroom/stories", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await NewsroomSite.SendAsync(ines, "/newsroom/stories/new", "/newsroom/stories/new", ("headline", "x"), ("edition", "tlh"))).StatusCode);
    }

    [Fact]
    public async Task The_history_folds_saves_is_named_compared_and_gone_back_to()
    {
        var opened = await OpenAsync(ines);
        await SendAsync(ines, opened, "e1", "r1", "The gates open on Tuesday.");
        opened["version"] = 2;
        await SendAsync(ines, opened, "e1", "r2", "The gates open on Wednesday.");
        var history = await jens.GetStringAsync($"/newsroom/stories/{code}/history", Cancellation);
        Assert.Contains("2 saves", history, StringComparison.Ordinal);
        Assert.Matches("<del[^>]*>(<[^>]*>[^<]*</[^>]*>)?Monday", await jens.GetStringAsync($"/newsroom/stories/{code}/history/compare?from=1&to=3", Cancellation));
        Assert.Contains("ines", await jens.GetStringAsync($"/newsroom/stories/{code}/authors", Cancellation), StringComparison.Ordinal);
        await NewsroomSite.SendAsync(jens, $"/newsroom/stories/{code}/history", $"/newsroom/stories/{code}/history/3/name", ("name", "As sent to the lawyer"));
        Assert.Contains("As sent to the lawyer", await jens.GetStringAsync($"/newsroom/stories/{code}/history", Cancellation), StringComparison.Ordinal);
        await NewsroomSite.SendAsync(jens, $"/newsroom/stories/{code}/history", $"/newsroom/stories/{code}/history/1/restore");
        Assert.Contains("The gates open on Monday.", await jens.GetStringAsync($"/newsroom/stories/{code}", Cancellation), StringComparison.Ordinal);
        Assert.Equal(4L, (await OpenAsync(ines))["version"]!.GetValue<long>());
    }

    [Fact]
    public async Task A_suggestion_is_written_beside_the_draft_and_taken_change_by_change()
    {
        await OpenAsync(ines);
        var begun = await NewsroomSite.SendAsync(ines, $"/newsroom/stories/{code}", $"/newsroom/stories/{code}/proposals");
        var path = begun.Headers.Location!.ToString()[..^"/edit".Length];
        var proposed = JsonNode.Parse(await ines.GetStringAsync($"{path}/draft", Cancellation))!.AsObject();
        Assert.Equal(HttpStatusCode.OK, (await SendAsync(ines, proposed, "e1", "r1", "The old gates open on Tuesday.", $"{path}/draft")).StatusCode);
        Assert.DoesNotContain("Tuesday", await jens.GetStringAsync($"/newsroom/stories/{code}", Cancellation), StringComparison.Ordinal);
        var draft = await OpenAsync(jens);
        await SendAsync(jens, draft, "e2", "r2", "The gates open on Monday at noon.");
        var page = await jens.GetStringAsync(path, Cancellation);
        Assert.Contains("<ins>Tuesday</ins>", page, StringComparison.Ordinal);
        Assert.Contains("ines", page, StringComparison.Ordinal);
        var key = WebUtility.HtmlDecode(page.Split("<ins>Tuesday</ins>")[1].Split("name=\"change\" value=\"")[1].Split('"')[0]);
        await NewsroomSite.SendAsync(jens, path, $"{path}/accept", ("change", key));
        Assert.Contains("The gates open on Tuesday at noon.", await jens.GetStringAsync($"/newsroom/stories/{code}", Cancellation), StringComparison.Ordinal);
        await NewsroomSite.SendAsync(jens, path, $"{path}/reject", ("all", "yes"));
        Assert.Contains("Nothing is suggested", await jens.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        Assert.Contains("The gates open on Tuesday at noon.", await jens.GetStringAsync($"/newsroom/stories/{code}", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_comment_finds_its_words_again_is_answered_and_a_note_to_oneself_is_nobody_elses()
    {
        var opened = await OpenAsync(ines);
        var block = Paragraph(opened)["id"]!.GetValue<string>();
        var story = $"/newsroom/stories/{code}";
        await NewsroomSite.SendAsync(jens, story, $"{story}/comments", ("text", "Which Monday?"), ("quote", "Monday"), ("block", block), ("name", "text"), ("offset", "18"));
        await NewsroomSite.SendAsync(jens, story, $"{story}/comments", ("text", "Call the harbour master."), ("private", "yes"));
        await SendAsync(ines, opened, "e1", "r1", "From now on the gates open on Monday.");
        await NewsroomSite.SendAsync(jens, story, $"{story}/comments", ("text", "From when on?"), ("quote", "From now on"));
        var comments = JsonNode.Parse(await ines.GetStringAsync($"{story}/comments", Cancellation))!.AsArray();
        Assert.Equal((0, block), (comments[1]!["offset"]!.GetValue<int>(), comments[1]!["block"]!.GetValue<string>()));
        var comment = comments[0]!;
        Assert.Equal((30, true), (comment["offset"]!.GetValue<int>(), comment["found"]!.GetValue<bool>()));
        await NewsroomSite.SendAsync(ines, story, $"{story}/comments", ("text", "The next one."), ("answer-to", comment["id"]!.GetValue<string>()), ("from", "list"));
        Assert.Contains("The next one.", await jens.GetStringAsync(story, Cancellation), StringComparison.Ordinal);
        Assert.Contains("Call the harbour master.", await jens.GetStringAsync("/newsroom/comments", Cancellation), StringComparison.Ordinal);
        foreach (var page in (string[])[story, "/newsroom/comments", $"{story}/comments", "/newsroom/"])
        {
            Assert.DoesNotContain("Call the harbour master.", await ines.GetStringAsync(page, Cancellation), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_preview_is_the_page_and_the_print_page_that_readers_would_get_and_no_word_of_a_fence_is_in_it()
    {
        var opened = await OpenAsync(ines);
        var fence = new JsonObject { ["id"] = "fence1", ["kind"] = "fence", ["texts"] = new JsonObject { ["text"] = new JsonArray(new JsonObject { ["text"] = "Ask the engineer again." }) } };
        var change = new JsonObject { ["blocks"] = new JsonArray(fence), ["placed"] = new JsonArray(new JsonObject { ["id"] = "fence1", ["parent"] = "story", ["after"] = Paragraph(opened)["id"]!.DeepClone() }) };
        var sent = await PostAsync(ines, opened, new JsonObject { ["editor"] = "e1", ["request"] = "r1", ["version"] = 1, ["change"] = change }.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, sent.StatusCode);
        Assert.Contains("Ask the engineer again.", await jens.GetStringAsync(Draft, Cancellation), StringComparison.Ordinal);
        foreach (var page in (string[])["page", "print"])
        {
            using var answer = await jens.GetAsync(new Uri($"/newsroom/stories/{code}/preview/{page}", UriKind.Relative), Cancellation);
            var html = await answer.Content.ReadAsStringAsync(Cancellation);
            Assert.Contains("The gates open on Monday.", html, StringComparison.Ordinal);
            Assert.DoesNotContain("engineer", html, StringComparison.Ordinal);
            Assert.Contains("frame-ancestors 'self'", answer.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        }

        Assert.DoesNotContain("engineer", await jens.GetStringAsync($"/newsroom/stories/{code}", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opening_a_draft_before_its_hour_is_recorded()
    {
        await using (var connection = await site.Small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("UPDATE draft SET scheduled_for = @due", Cancellation, ("@due", DateTimeOffset.UtcNow.AddHours(2).ToUnixTimeMilliseconds()));
        }

        foreach (var page in (string[])["edit", "draft", "history", "preview/page", "draft/events"])
        {
            await ines.GetStringAsync($"/newsroom/stories/{code}/{page}", Cancellation);
        }

        var entries = await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = AuditAct.EmbargoedDraftRead.Word }, null, 9, Cancellation);
        Assert.Equal("ines", Assert.Single(entries).Actor);
    }

    [Fact]
    public async Task Words_that_no_dictionary_and_not_the_house_knows_are_told_with_what_may_have_been_meant()
    {
        var opened = await OpenAsync(ines);
        await SetAsync("houseWords", """["Marlow Ferrier"]""");
        var checkedWords = JsonNode.Parse(await (await PostAsync(ines, opened, """{"language":"en","words":["harbour","harbor","lihgthouse","Ferrier"]}""", "/newsroom/spelling")).Content.ReadAsStringAsync(Cancellation))!;
        if (!checkedWords["hasDictionary"]!.GetValue<bool>())
        {
            Assert.Skip("No dictionary of English on this machine.");
        }

        Assert.Contains("lihgthouse", checkedWords["unknown"]!.AsArray().Select(word => word!.GetValue<string>()));
        await Polling.UntilAsync(async () => !(await (await PostAsync(ines, opened, """{"language":"en","words":["Ferrier"]}""", "/newsroom/spelling")).Content.ReadAsStringAsync(Cancellation)).Contains("Ferrier", StringComparison.Ordinal));
        Assert.Contains("lighthouse", await ines.GetStringAsync("/newsroom/spelling/suggestions?language=en&word=lihgthouse", Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(ines, opened, """{"language":"en","words":[null]}""", "/newsroom/spelling")).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(ines, opened, "[", "/newsroom/spelling")).StatusCode);
        Assert.False(JsonNode.Parse(await (await PostAsync(ines, opened, """{"language":"../../etc","words":["a"]}""", "/newsroom/spelling")).Content.ReadAsStringAsync(Cancellation))!["hasDictionary"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_placeholder_of_the_house_holds_the_release_of_a_draft()
    {
        var opened = await OpenAsync(ines);
        await SetAsync("placeholders", """["xxx"]""");
        await SendAsync(ines, opened, "e1", "r1", "The gates open on XXX.");
        var store = new ReleaseStore(site.Small.Installation.Database, site.Small.Installation.Log, TimeProvider.System);
        var refused = Assert.IsType<ReleaseOutcome.Refused>(await new PublishStory(store, site.Small.Installation.Publication).RunAsync(TestActor.Editor, code, Cancellation));
        Assert.Equal(new ReleaseRefusal.Placeholder("XXX"), Assert.Single(refused.Refusals));
    }

    [Fact]
    public async Task Pictures_are_taken_and_what_only_looks_like_one_is_refused_in_words()
    {
        var opened = await OpenAsync(ines);
        foreach (var (bytes, status) in ((byte[], HttpStatusCode)[])[(Png(), HttpStatusCode.OK), ("<svg onload='x'/>"u8.ToArray(), HttpStatusCode.BadRequest), ([], HttpStatusCode.BadRequest)])
        {
            using var form = new MultipartFormDataContent { { new ByteArrayContent(bytes), "file", "picture.png" } };
            using var message = new HttpRequestMessage(HttpMethod.Post, new Uri($"/newsroom/stories/{code}/pictures", UriKind.Relative)) { Content = form };
            message.Headers.Add("RequestVerificationToken", opened["token"]!.GetValue<string>());
            using var answer = await ines.SendAsync(message, Cancellation);
            Assert.Equal(status, answer.StatusCode);
            Assert.Contains(status == HttpStatusCode.OK ? " 40x30" : "problem", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }
    }

    private static byte[] Png()
    {
        using var bitmap = new SKBitmap(40, 30);
        using var data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    private async Task SetAsync(string key, string value) => Assert.IsType<SettingsOutcome.Done>(await new ChangeSettings(site.Small.Installation.Stores.Settings).RunAsync(
        TestActor.Editor, [new SettingChange(SettingKey.Of(key), value)], Cancellation));

    private async Task<JsonObject> OpenAsync(HttpClient browser) => JsonNode.Parse(await browser.GetStringAsync(Draft, Cancellation))!.AsObject();

    private static JsonObject Paragraph(JsonObject opened) => opened["draft"]!["blocks"]!.AsArray().Select(block => block!.AsObject()).First(block => block["kind"]!.GetValue<string>() == "paragraph");

    private Task<HttpResponseMessage> SendAsync(HttpClient browser, JsonObject opened, string editor, string request, string words, string? path = null)
    {
        var block = Paragraph(opened).DeepClone().AsObject();
        block["texts"] = new JsonObject { ["text"] = new JsonArray(new JsonObject { ["text"] = words }) };
        return PostAsync(browser, opened, new JsonObject
        {
            ["editor"] = editor,
            ["request"] = request,
            ["version"] = opened["version"]!.DeepClone(),
            ["block"] = block["id"]!.DeepClone(),
            ["change"] = new JsonObject { ["blocks"] = new JsonArray(block) },
        }.ToJsonString(), path);
    }

    private async Task<HttpResponseMessage> PostAsync(HttpClient browser, JsonObject opened, string body, string? path = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(path ?? Draft, UriKind.Relative)) { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.Add("RequestVerificationToken", opened["token"]!.GetValue<string>());
        return await browser.SendAsync(message, Cancellation);
    }

    private static async Task<JsonObject> AnswerAsync(HttpResponseMessage answer)
    {
        var text = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.True(answer.IsSuccessStatusCode, text);
        return JsonNode.Parse(text)!.AsObject();
    }
}
