using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>The way out of the newsroom by its pages: submitted, approved, scheduled, released by each verb, in a browser without script.</summary>
public partial class ReleasePagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : ReleasePagesTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient chief = null!;
    private HttpClient editor = null!;
    private HttpClient reporter = null!;
    private HttpClient reader = null!;
    private StoryCode code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Story => $"/newsroom/stories/{code}";

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        (chief, editor, reporter) = (await site.SignedInAsync("chief", Role.Administrator), await site.SignedInAsync("editor", Role.Editor), await site.SignedInAsync("reporter", Role.Reporter));
        reader = site.Browser();
        code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates");
        await SendAsync(editor, Story, "section", ("section", site.Small.Installation.Publication.MainEdition.Sections[0].Slug));
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_reporter_submits_an_editor_gives_back_and_approves_and_each_is_told()
    {
        Assert.Equal($"{Story}?done=submitted", await SendAsync(reporter, Story, "submit", ("note", "The figures are checked.")));
        Assert.Contains("In review", await reporter.GetStringAsync("/newsroom/stories?state=inreview", Cancellation), StringComparison.Ordinal);
        Assert.Contains("The figures are checked.", await editor.GetStringAsync(Story, Cancellation), StringComparison.Ordinal);
        Assert.Contains("submitted “The harbour gates”", WebUtility.HtmlDecode(await editor.GetStringAsync("/newsroom/notices", Cancellation)), StringComparison.Ordinal);
        Assert.Equal($"{Story}?done=returned", await SendAsync(editor, Story, "return", ("note", "Which gates?")));
        Assert.Contains("gave “The harbour gates” back", WebUtility.HtmlDecode(await reporter.GetStringAsync("/newsroom/notices", Cancellation)), StringComparison.Ordinal);
        await SendAsync(reporter, Story, "submit");
        Assert.Equal($"{Story}?done=approved", await SendAsync(editor, Story, "approve", ("text", await TextAsync(editor))));
        var work = (await site.Small.Installation.Stores.Work.FindAsync(code, Cancellation))!;
        Assert.Equal((WorkState.Approved, "editor", false), (work.Story.State, work.ApprovedByName, work.IsChangedSinceApproval));
    }

    [Fact]
    public async Task A_story_is_published_updated_corrected_retracted_and_withdrawn_each_by_a_button_of_its_own()
    {
        Assert.Equal($"{Story}/released", await SendAsync(editor, $"{Story}/release", "publish", ("text", await TextAsync(editor))));
        Assert.Contains("/news/", await editor.GetStringAsync($"{Story}/released", Cancellation), StringComparison.Ordinal);
        Assert.Contains("The harbour gates", await ReadAsync(), StringComparison.Ordinal);

        await WriteAsync("The gates open on Tuesday.");
        var page = WebUtility.HtmlDecode(await editor.GetStringAsync($"{Story}/release", Cancellation));
        Assert.Contains("Monday", page, StringComparison.Ordinal);
        Assert.Contains("needs a word to readers", page, StringComparison.Ordinal);
        Assert.Contains("may change what the story says", await RefusedAsync(editor, "update", ("text", await TextAsync(editor)), ("expected", "1")), StringComparison.Ordinal);
        Assert.Equal($"{Story}/released", await SendAsync(
            editor, $"{Story}/release", "correct", ("text", await TextAsync(editor)), ("expected", "1"), ("note", "The day was wrong."), ("said", "The gates open on Monday."), ("says", "The gates open on Tuesday.")));
        Assert.Contains("The day was wrong.", await ReadAsync(), StringComparison.Ordinal);

        var note = (string note, string expected) => new[] { ("position", "0"), ("expected", expected), ("note", note), ("said", "The gates open on Monday."), ("says", "The gates open on Tuesday.") };
        Assert.Equal($"{Story}/released", await SendAsync(editor, $"{Story}/release", "correctnote", note("The day was wrong, and it is Tuesday.", "2")));
        Assert.Contains("wrong, and it is Tuesday.", await ReadAsync(), StringComparison.Ordinal);
        Assert.Contains("was released on", await RefusedAsync(editor, "correctnote", note("Another.", "2")), StringComparison.Ordinal);
        Assert.Contains("right of its own", await RefusedAsync(editor, "retract", ("reason", "There are no gates."), ("expected", "3")), StringComparison.Ordinal);
        Assert.Contains("needs its reason", await RefusedAsync(chief, "retract", ("reason", " "), ("expected", "3")), StringComparison.Ordinal);
        Assert.Equal($"{Story}/released", await SendAsync(chief, $"{Story}/release", "retract", ("reason", "There are no gates."), ("expected", "3")));
        Assert.Contains("There are no gates.", await ReadAsync(), StringComparison.Ordinal);
        await RefusedAsync(editor, "correctnote", note("There never were any.", "4"));
        Assert.Equal($"{Story}/released", await SendAsync(chief, $"{Story}/release", "correctnote", note("There never were any gates.", "4")));
        Assert.Contains("There never were any gates.", await ReadAsync(), StringComparison.Ordinal);
        Assert.Equal("/newsroom/stories?done=withdrawn", await SendAsync(chief, $"{Story}/release", "withdraw", ("reason", "copyright"), ("expected", "5")));
        Assert.Equal(HttpStatusCode.Gone, (await reader.GetAsync($"/news/{code}", Cancellation)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await chief.GetAsync(Story, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task A_button_pressed_twice_releases_once_and_the_second_says_how_it_stands()
    {
        var text = await TextAsync(editor);
        var token = await NewsroomSite.TokenAsync(editor, $"{Story}/release");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => PostAsync(editor, $"{Story}/publish", token, ("text", text))));
        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.Found);
        foreach (var answer in answers.Where(answer => answer.StatusCode != HttpStatusCode.Found))
        {
            Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
            Assert.Contains("published already", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        Assert.Equal(1, (await site.Small.Installation.Stores.Stories.FindAsync(code, Cancellation))!.Number.Value);
    }

    [Fact]
    public async Task What_was_changed_after_somebody_looked_is_not_released_unseen()
    {
        var seen = await TextAsync(editor);
        await WriteAsync("The gates open on Wednesday.");
        Assert.Contains("after you had looked at it", await RefusedAsync(editor, "publish", ("text", seen)), StringComparison.Ordinal);
        Assert.Equal($"{Story}?done=overtaken", await SendAsync(editor, Story, "approve", ("text", seen)));
        Assert.Equal($"{Story}/released", await SendAsync(editor, $"{Story}/release", "publish", ("text", await TextAsync(editor))));
    }

    [Fact]
    public async Task A_release_that_another_one_overtook_shows_both_and_loses_neither()
    {
        await SendAsync(editor, $"{Story}/release", "publish", ("text", await TextAsync(editor)));
        await WriteAsync("The gates open on Tuesday.");
        var seen = await TextAsync(editor);
        var store = new ReleaseStore(site.Small.Installation.Database, site.Small.Installation.Log, TimeProvider.System);
        var given = new ReleaseText.Given((await site.Small.Installation.Stores.Stories.FindAsync(code, Cancellation))!.Content with { Standfirst = "Ships wait." }, null, null, RevisionNumber.First);
        Assert.IsType<ReleaseOutcome.Done>(await new UpdateStory(store).RunAsync(TestActor.Editor, code, given, new ReleaseNote("Ships wait."), Cancellation));
        var page = await RefusedAsync(editor, "update", ("text", seen), ("expected", "1"), ("note", "Another day."));
        Assert.Contains($"/news/{code}/compare/1-2", page, StringComparison.Ordinal);
        Assert.Contains("Another day.", page, StringComparison.Ordinal);
        Assert.Contains("Tuesday", Storyprint.Stories.StoryJson.Write((await site.Small.Installation.Stores.Drafts.FindAsync(code, Cancellation))!.Content), StringComparison.Ordinal);
        Assert.Equal("Ships wait.", (await site.Small.Installation.Stores.Stories.FindAsync(code, Cancellation))!.Content.Standfirst);
    }

    [Fact]
    public async Task Four_eyes_hold_whoever_wrote_it_until_another_approved_that_very_text()
    {
        await NewsroomSite.SendAsync(
            chief, "/newsroom/settings/sections/en", "/newsroom/settings/sections/en", ("seen", "999999"), ("sections.order", "0"), ("sections[0].name", "City"), ("sections[0].slug", "city"), ("sections[0].fourEyes", "true"));
        await SendAsync(editor, Story, "section", ("section", "city"));
        await WriteAsync("The gates open on Tuesday.");
        Assert.Contains("did not write or last change this text", await RefusedAsync(editor, "publish", ("text", await TextAsync(chief))), StringComparison.Ordinal);
        await SendAsync(chief, Story, "approve", ("text", await TextAsync(chief)));
        await WriteAsync("The gates open on Friday.");
        Assert.Contains("did not write or last change this text", await RefusedAsync(editor, "publish", ("text", await TextAsync(chief))), StringComparison.Ordinal);
        await SendAsync(chief, Story, "return");
        await SendAsync(chief, Story, "approve", ("text", await TextAsync(chief)));
        Assert.Equal($"{Story}/released", await SendAsync(editor, $"{Story}/release", "publish", ("text", await TextAsync(chief))));
    }

    [Fact]
    public async Task Four_eyes_and_state_are_looked_at_again_when_the_hour_comes_and_a_refusal_is_an_alarm()
    {
        var due = DateTimeOffset.UtcNow.AddHours(1);
        await WriteAsync("The gates open on Tuesday.");
        Assert.Equal($"{Story}?done=scheduled", await SendAsync(editor, Story, "schedule", ("at", due.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture))));
        await NewsroomSite.SendAsync(
            chief, "/newsroom/settings/sections/en", "/newsroom/settings/sections/en", ("seen", "999999"), ("sections.order", "0"), ("sections[0].name", "City"), ("sections[0].slug", "city"), ("sections[0].fourEyes", "true"));
        await SendAsync(editor, Story, "section", ("section", "city"));
        await MakeDueAsync();
        await ReleaseDueAsync();
        Assert.Null(await site.Small.Installation.Stores.Stories.FindAsync(code, Cancellation));
        Assert.Contains("did not go out", await editor.GetStringAsync("/newsroom/schedule", Cancellation), StringComparison.Ordinal);
        await SendAsync(chief, Story, "unschedule");
        await SendAsync(chief, Story, "approve", ("text", await TextAsync(chief)));
        await SendAsync(editor, Story, "schedule", ("at", due.ToString("yyyy-MM-dd'T'HH:mm'Z'", CultureInfo.InvariantCulture)));
        await MakeDueAsync();
        await ReleaseDueAsync();
        Assert.NotNull(await site.Small.Installation.Stores.Stories.FindAsync(code, Cancellation));
        Assert.DoesNotContain("did not go out", await editor.GetStringAsync("/newsroom/schedule", Cancellation), StringComparison.Ordinal);
        Assert.Matches(@"\d\d:\d\d:\d\d\.\d", await editor.GetStringAsync("/newsroom/schedule", Cancellation));
    }

    [Theory]
    [InlineData("yesterday", "no date and time")]
    [InlineData("2020-01-01 10:00", "has passed")]
    [InlineData("2031-02-30 10:00", "no such day")]
    public async Task An_hour_that_is_none_is_asked_for_again_in_words(string typed, string said)
    {
        var answer = await NewsroomSite.SendAsync(editor, Story, $"{Story}/schedule", ("at", typed));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains(typed, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reporter_sees_what_a_release_would_do_and_whose_it_is_and_can_make_none()
    {
        Assert.Contains("Submit the story", WebUtility.HtmlDecode(await reporter.GetStringAsync($"{Story}/release", Cancellation)), StringComparison.Ordinal);
        var text = await TextAsync(editor);
        foreach (var verb in (string[])["publish", "update", "correct", "retract"])
        {
            Assert.Equal(HttpStatusCode.Conflict, (await NewsroomSite.SendAsync(reporter, $"{Story}/release", $"{Story}/{verb}", ("text", text), ("reason", "Why"), ("note", "n"), ("said", "s"), ("says", "y"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Forbidden, (await NewsroomSite.SendAsync(reporter, Story, $"{Story}/approve", ("text", text))).StatusCode);
        Assert.Null(await site.Small.Installation.Stores.Stories.FindAsync(code, Cancellation));
    }

    [Fact]
    public async Task Words_of_a_note_are_kept_for_another_and_gone_after_the_release()
    {
        await SendAsync(editor, $"{Story}/release", "publish", ("text", await TextAsync(editor)));
        await WriteAsync("The gates open on Tuesday.");
        Assert.Equal($"{Story}/release?done=note-kept", await SendAsync(editor, $"{Story}/release", "release/note", ("note", "The day was wrong."), ("said", "Monday"), ("says", "Tuesday")));
        Assert.Contains("The day was wrong.", await chief.GetStringAsync($"{Story}/release", Cancellation), StringComparison.Ordinal);
        await SendAsync(chief, $"{Story}/release", "correct", ("text", await TextAsync(chief)), ("expected", "1"), ("note", "The day was wrong."), ("said", "Monday"), ("says", "Tuesday"));
        Assert.Null((await site.Small.Installation.Stores.Work.FindAsync(code, Cancellation))!.Note);
    }

    [Fact]
    public async Task The_wrong_words_are_found_in_other_stories()
    {
        var other = await NewsroomDrafts.AddAsync(site.Small, "Ships wait", "The gates open on Monday.");
        var section = ("section", site.Small.Installation.Publication.MainEdition.Sections[0].Slug);
        foreach (var story in (StoryCode[])[code, other])
        {
            await NewsroomSite.SendAsync(editor, Story, $"/newsroom/stories/{story}/section", section);
            var text = (await site.Small.Installation.Stores.Work.FindAsync(story, Cancellation))!.TextName!;
            Assert.Equal(HttpStatusCode.Found, (await NewsroomSite.SendAsync(editor, Story, $"/newsroom/stories/{story}/publish", ("text", text))).StatusCode);
        }

        await WriteAsync("The gates open on Tuesday.");
        await SendAsync(editor, $"{Story}/release", "correct", ("text", await TextAsync(editor)), ("expected", "1"), ("note", "The day was wrong."), ("said", "The gates open on Monday."), ("says", "The gates open on Tuesday."));
        var page = await editor.GetStringAsync($"{Story}/released", Cancellation);
        Assert.Contains($"/newsroom/stories/{other}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_story_handed_to_a_person_is_among_that_persons()
    {
        var page = await editor.GetStringAsync(Story, Cancellation);
        var reporterId = Regex.Match(page, "<option value=\"([0-9a-f]{32})\"[^>]*>reporter").Groups[1].Value;
        Assert.Equal($"{Story}?done=handed-to-person", await SendAsync(editor, Story, "holder", ("person", reporterId), ("note", "Yours.")));
        Assert.Contains("The harbour gates", await reporter.GetStringAsync("/newsroom/stories?person=me", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("The harbour gates", await chief.GetStringAsync("/newsroom/stories?person=me", Cancellation), StringComparison.Ordinal);
        Assert.Contains("handed “The harbour gates” to you", WebUtility.HtmlDecode(await reporter.GetStringAsync("/newsroom/notices", Cancellation)), StringComparison.Ordinal);
        Assert.Equal($"{Story}?done=overtaken", await SendAsync(editor, Story, "holder", ("person", new string('0', 32))));
    }

    private async Task<string> ReadAsync()
    {
        var answer = await reader.GetAsync($"/news/{code}", Cancellation);
        return await reader.GetStringAsync(answer.Headers.Location ?? answer.RequestMessage!.RequestUri!, Cancellation);
    }

    private async Task WriteAsync(string text)
    {
        var draft = await editor.GetStringAsync($"{Story}/draft", Cancellation);
        var (token, version) = (Regex.Match(draft, "\"token\":\"([^\"]+)\"").Groups[1].Value, Regex.Match(draft, "\"version\":(\\d+)").Groups[1].Value);
        var block = Regex.Match(draft, "\"id\":\"([^\"]+)\",\"kind\":\"paragraph\"").Groups[1].Value;
        Assert.NotEmpty(block);
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{Story}/draft")
        {
            Content = new StringContent(
                $$$"""{"editor":"edabcdefgh","request":"{{{new string([.. Guid.NewGuid().ToString("n")[..10].Select(digit => (char)('a' + Convert.ToInt32(digit.ToString(), 16)))])}}}","version":{{{version}}},"branch":false,"change":{"blocks":[{"id":"{{{block}}}","kind":"paragraph","texts":{"text":[{"text":"{{{text}}}"}]}}]}}""",
                System.Text.Encoding.UTF8, "application/json"),
        };
        request.Headers.Add("RequestVerificationToken", token);
        var answer = await editor.SendAsync(request, Cancellation);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private async Task<string> TextAsync(HttpClient client) => TextName().Match(await client.GetStringAsync($"{Story}/release", Cancellation)).Groups[1].Value;

    private static async Task<string> SendAsync(HttpClient client, string page, string action, params (string, string)[] fields)
    {
        var story = page.Split("/release")[0];
        var answer = await NewsroomSite.SendAsync(client, page, $"{story}/{action}", fields);
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{action}: {answer.StatusCode} {Said().Match(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation))).Value}");
        return answer.Headers.Location!.ToString();
    }

    private async Task<string> RefusedAsync(HttpClient client, string verb, params (string, string)[] fields)
    {
        var answer = await NewsroomSite.SendAsync(client, $"{Story}/release", $"{Story}/{verb}", fields);
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }

    private static async Task<HttpResponseMessage> PostAsync(HttpClient client, string address, string token, params (string, string)[] fields)
    {
        using var content = new FormUrlEncodedContent([.. fields.Select(field => KeyValuePair.Create(field.Item1, field.Item2)), KeyValuePair.Create("form-token", token)]);
        return await client.PostAsync(address, content, Cancellation);
    }

    private async Task MakeDueAsync()
    {
        await using var connection = await site.Small.Installation.Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("UPDATE draft SET scheduled_for = @due", Cancellation, ("@due", DateTimeOffset.UtcNow.AddSeconds(-2).ToUnixTimeMilliseconds()));
    }

    private async Task ReleaseDueAsync()
    {
        var stores = site.Small.Installation.Stores;
        await new ReleaseDueStories(stores.Releases(), stores.Schedule, TimeProvider.System).RunAsync(TestActor.Scheduler, Cancellation);
    }

    [GeneratedRegex("name=\"text\" value=\"([0-9a-f]{64})\"")]
    private static partial Regex TextName();

    [GeneratedRegex("<main.*?</main>", RegexOptions.Singleline)]
    private static partial Regex Said();
}
