using System.Net;
using System.Text.RegularExpressions;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Guests;
using Storyprint.People.Links;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.People;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>Drafts, their desks, comments and guests, in a browser without script.</summary>
public partial class DraftPagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : DraftPagesTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient chief = null!;
    private HttpClient editor = null!;
    private StoryCode code;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Story => $"/newsroom/stories/{code}";

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        (chief, editor) = (await site.SignedInAsync("chief", Role.Administrator), await site.SignedInAsync("editor", Role.Editor));
        code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates");
        foreach (var desk in (string[])["City", "Sea"])
        {
            await NewsroomSite.SendAsync(chief, "/newsroom/people", "/newsroom/desks", ("name", desk));
        }
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task A_guest_who_may_only_read_neither_comments_nor_files_whatever_is_sent()
    {
        var (guest, path) = await GuestAsync(GuestAccess.Read);
        Assert.DoesNotContain("<textarea", await guest.GetStringAsync(path, Cancellation), StringComparison.Ordinal);
        foreach (var action in (string[])[$"{path}/comments", $"{path}/copy", "/newsroom/guest/another/copy"])
        {
            Assert.Equal(HttpStatusCode.Gone, (await SendAsync(guest, "/newsroom/sign-in", action, ("text", "Hello"))).StatusCode);
        }
    }

    [Fact]
    public async Task A_guest_who_reads_before_the_hour_of_release_is_recorded_once_for_a_link_and_day()
    {
        var (guest, path) = await GuestAsync(GuestAccess.Read);
        await guest.GetStringAsync(path, Cancellation);
        var search = new AuditSearch { Act = AuditAct.EmbargoedDraftRead.Word };
        var audit = site.Small.Installation.Stores.Audit;
        Assert.Empty(await audit.FindAsync(search, null, 9, Cancellation));
        await using (var connection = await site.Small.Installation.Database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync(
                "UPDATE draft SET scheduled_for = @due", Cancellation, ("@due", DateTimeOffset.UtcNow.AddHours(2).ToUnixTimeMilliseconds()));
        }

        await guest.GetStringAsync(path, Cancellation);
        await guest.GetStringAsync(path, Cancellation);
        var (second, other) = await GuestAsync(GuestAccess.Read);
        await second.GetStringAsync(other, Cancellation);
        Assert.Equal(["guest Maud Ferrier", "guest Maud Ferrier"], (await audit.FindAsync(search, null, 9, Cancellation)).Select(entry => entry.Actor).Where(actor => actor.StartsWith("guest", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_link_of_another_story_is_not_revoked_through_ones_own()
    {
        var (guest, path) = await GuestAsync(GuestAccess.Read);
        var digest = Assert.Single(await new GuestLinks(site.Small.Installation.Database, TimeProvider.System).OfAsync(code, Cancellation)).Digest;
        var mine = await NewsroomDrafts.AddAsync(site.Small, "The ferry");
        await SendAsync(editor, Story, $"/newsroom/stories/{mine}/guests/{digest}/revoke");
        Assert.Equal(HttpStatusCode.OK, (await guest.GetAsync(path, Cancellation)).StatusCode);
        await SendAsync(editor, Story, $"{Story}/guests/{digest}/revoke");
        Assert.Equal(HttpStatusCode.Gone, (await guest.GetAsync(path, Cancellation)).StatusCode);
    }

    [Theory]
    [InlineData("Maud \u202Ereirref")]
    [InlineData("Maud\r\nFerrier")]
    [InlineData("Mаud")]
    [InlineData("")]
    public async Task A_guests_name_that_passes_for_another_is_refused_in_words(string name)
    {
        var answer = await SendAsync(editor, Story, $"{Story}/guests", ("name", name), ("access", "read"), ("days", "3"));
        Assert.Equal($"{Story}?done=guest-name", answer.Headers.Location?.ToString());
        Assert.Contains("No link was made", await editor.GetStringAsync(answer.Headers.Location, Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_comments_on_words_of_the_draft_and_the_desk_is_told_and_deals_with_it()
    {
        var (guest, path) = await GuestAsync(GuestAccess.Comment);
        var sent = await SendAsync(guest, path, $"{path}/comments", ("quote", "open on Monday"), ("text", "Tuesday, <b>surely</b>?"));
        Assert.Equal($"{path}?done=commented", sent.Headers.Location?.ToString());
        Assert.Equal($"{path}?done=comment-empty", (await SendAsync(guest, path, $"{path}/comments", ("text", "  "))).Headers.Location?.ToString());
        Assert.Equal($"{path}?done=comment-empty", (await SendAsync(guest, path, $"{path}/comments", ("text", new string('a', DraftCommentStore.MaxLength + 1)))).Headers.Location?.ToString());
        var page = await editor.GetStringAsync(Story, Cancellation);
        Assert.Contains("Tuesday, &lt;b&gt;surely&lt;/b&gt;?", page, StringComparison.Ordinal);
        Assert.Contains("open on Monday", page, StringComparison.Ordinal);
        Assert.Contains("Maud Ferrier, a guest, commented", WebUtility.HtmlDecode(await editor.GetStringAsync("/newsroom/notices", Cancellation)), StringComparison.Ordinal);
        Assert.Contains("1 open comment", await editor.GetStringAsync("/newsroom/", Cancellation), StringComparison.Ordinal);
        var comment = Assert.Single(await site.Small.Installation.Stores.DraftComments.OfAsync(code, cancellation: Cancellation));
        await SendAsync(editor, Story, $"{Story}/comments/{comment.Id}/done");
        Assert.NotNull(Assert.Single(await site.Small.Installation.Stores.DraftComments.OfAsync(code, cancellation: Cancellation)).DoneAt);
        Assert.DoesNotContain("open comment", await editor.GetStringAsync("/newsroom/", Cancellation), StringComparison.Ordinal);
        await SendAsync(editor, Story, $"{Story}/comments/{comment.Id}/open");
        Assert.Null(Assert.Single(await site.Small.Installation.Stores.DraftComments.OfAsync(code, cancellation: Cancellation)).DoneAt);
    }

    [Fact]
    public async Task Copy_of_a_guest_goes_into_the_draft_once_and_by_an_editor_alone()
    {
        var (guest, path) = await GuestAsync(GuestAccess.File);
        for (var press = 0; press < 2; press++)
        {
            Assert.Equal($"{path}?done=copy-filed", (await SendAsync(guest, path, $"{path}/copy", ("headline", "Gates open at last"), ("text", "First paragraph.\nStill the first.\n\nSecond \u202Eparagraph.\n"))).Headers.Location?.ToString());
        }

        var copy = Assert.Single(await site.Small.Installation.Stores.FiledCopy.OfAsync(code, Cancellation));
        var reporter = await site.SignedInAsync("reporter", Role.Reporter);
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(reporter, Story, $"{Story}/copy/{copy.Id}/take")).StatusCode);
        Assert.Contains("Maud Ferrier", await editor.GetStringAsync("/newsroom/", Cancellation), StringComparison.Ordinal);
        var taken = await Task.WhenAll(SendAsync(editor, Story, $"{Story}/copy/{copy.Id}/take", ("with-headline", "yes")), SendAsync(chief, Story, $"{Story}/copy/{copy.Id}/take"));
        Assert.Equal(["copy-decided", "copy-taken"], taken.Select(answer => answer.Headers.Location!.ToString().Split("done=")[1]).Order());
        var draft = (await site.Small.Installation.Stores.Drafts.FindAsync(code, Cancellation))!;
        Assert.Equal(["The gates open on Monday.", "First paragraph. Still the first.", "Second paragraph."], draft.Content.Body.OfType<Storyprint.Stories.Body.Paragraph>().Select(block => block.Text.Plain));
        Assert.Equal($"{Story}?done=copy-decided", (await SendAsync(editor, Story, $"{Story}/copy/{copy.Id}/aside")).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData(0, "There is no text yet")]
    [InlineData(FiledCopyStore.MaxLength + 1, "too long")]
    public async Task Copy_that_cannot_be_kept_is_refused_in_words_and_stays_in_the_form(int length, string said)
    {
        var (guest, path) = await GuestAsync(GuestAccess.File);
        var answer = await SendAsync(guest, path, $"{path}/copy", ("headline", "Kept in the form"), ("text", new string('a', length)));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync(Cancellation);
        Assert.Contains(said, page, StringComparison.Ordinal);
        Assert.Contains("Kept in the form", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_hands_in_so_many_texts_and_comments_and_no_more()
    {
        var (guest, path) = await GuestAsync(GuestAccess.File);
        var token = await NewsroomSite.TokenAsync(guest, path);
        for (var number = 0; number < FiledCopyStore.MaxOfGuest; number++)
        {
            await PostAsync(guest, $"{path}/copy", token, ("text", $"Text {number}"));
        }

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(guest, $"{path}/copy", token, ("text", "One more"))).StatusCode);
        Assert.Equal(FiledCopyStore.MaxOfGuest, (await site.Small.Installation.Stores.FiledCopy.OfAsync(code, Cancellation)).Count);
    }

    [Fact]
    public async Task A_story_handed_to_a_desk_is_that_desks_and_its_people_are_told()
    {
        var (sea, city) = (await OnDeskAsync("mira", "sea"), await OnDeskAsync("tomas", "city"));
        Assert.Equal($"{Story}?done=handed-over", (await SendAsync(editor, Story, $"{Story}/desk", ("desk", "sea"))).Headers.Location?.ToString());
        Assert.Equal($"{Story}?done=handed-over-not", (await SendAsync(editor, Story, $"{Story}/desk", ("desk", "sea"))).Headers.Location?.ToString());
        Assert.Equal($"{Story}?done=handed-over-not", (await SendAsync(editor, Story, $"{Story}/desk", ("desk", "nowhere"))).Headers.Location?.ToString());
        Assert.Contains("came to the desk Sea", WebUtility.HtmlDecode(await sea.GetStringAsync("/newsroom/notices", Cancellation)), StringComparison.Ordinal);
        Assert.DoesNotContain("came to the desk", await city.GetStringAsync("/newsroom/notices", Cancellation), StringComparison.Ordinal);
        Assert.Contains("The harbour gates", await city.GetStringAsync("/newsroom/stories?desk=sea", Cancellation), StringComparison.Ordinal);
        Assert.DoesNotContain("The harbour gates", await city.GetStringAsync("/newsroom/stories?desk=city", Cancellation), StringComparison.Ordinal);

        // Everybody reads; who is on another desk does nothing more.
        Assert.Equal(HttpStatusCode.OK, (await city.GetAsync(Story, Cancellation)).StatusCode);
        foreach (var action in (string[])["comments", "desk", "guests"])
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync(city, Story, $"{Story}/{action}", ("text", "Mine"), ("desk", "city"), ("name", "Somebody"), ("access", "read"), ("days", "3"))).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Found, (await SendAsync(sea, Story, $"{Story}/comments", ("text", "Ours"))).StatusCode);
        Assert.Equal("sea", await new StoryDesks(site.Small.Installation.Database, TimeProvider.System).OfAsync(code, Cancellation));
    }

    [Fact]
    public async Task Four_eyes_are_a_setting_of_a_section_that_survives_its_new_name()
    {
        var saved = await NewsroomSite.SendAsync(
            chief, "/newsroom/settings/sections/en", "/newsroom/settings/sections/en", ("seen", "999999"), ("sections.order", "0"), ("sections[0].name", "City"), ("sections[0].slug", "city"), ("sections[0].fourEyes", "true"));
        Assert.Equal("/newsroom/settings/sections/en?done=setting-saved", saved.Headers.Location?.ToString());
        Assert.True(site.Small.Installation.Publication.MainEdition.Sections.Single().FourEyes);
        var renamed = Storyprint.Stories.Editions.Settings.TermChanges.WithSectionRenamed(site.Small.Installation.Publication, "city", "town", new Dictionary<string, string> { ["en"] = "Town" });
        Assert.Equal(("town", "Town", true), (renamed.MainEdition.Sections[0].Slug, renamed.MainEdition.Sections[0].Name, renamed.MainEdition.Sections[0].FourEyes));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient browser, string page, string action, params (string Name, string Value)[] values) => NewsroomSite.SendAsync(browser, page, action, values);

    private static Task<HttpResponseMessage> PostAsync(HttpClient browser, string action, string token, params (string Name, string Value)[] values) => browser.PostAsync(
        new Uri(action, UriKind.Relative), new FormUrlEncodedContent([new("form-token", token), .. values.Select(value => KeyValuePair.Create(value.Name, value.Value))]), Cancellation);

    private async Task<(HttpClient Guest, string Path)> GuestAsync(GuestAccess access)
    {
        var made = await SendAsync(editor, Story, $"{Story}/guests", ("name", "Maud Ferrier"), ("access", access.ToString().ToLowerInvariant()), ("days", "3"));
        return (site.Browser(), new Uri(Link().Match(await made.Content.ReadAsStringAsync(Cancellation)).Groups[1].Value).AbsolutePath);
    }

    private async Task<HttpClient> OnDeskAsync(string name, string desk)
    {
        var offer = new InvitationOffer { Role = Role.Editor, DisplayName = name, Desks = [desk] };
        var token = await site.People.Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, offer, name, cancellation: Cancellation);
        var key = Storyprint.People.SignIn.Totp.CreateKey();
        Assert.IsType<JoinOutcome.Joined>(await site.People.JoinAsync(token, name, new Credentials.PasswordAndCode(NewsroomPeople.Password, key, 0)));
        var browser = site.Browser();
        await site.SignInAsync(browser, name, key);
        return browser;
    }

    [GeneratedRegex("""id="link" value="([^"]+)""")]
    private static partial Regex Link();
}
