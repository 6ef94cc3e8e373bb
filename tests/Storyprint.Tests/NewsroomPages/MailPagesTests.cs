using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Storyprint.Mail.Outbox;
using Storyprint.Newsroom.Releases;
using Storyprint.NewsroomPages.Mail;
using Storyprint.People.Keys;
using Storyprint.People.Notices;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Mail;
using Storyprint.Web.Rendering;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>Mail as people of the newsroom meet it, by a real mail server.</summary>
public class MailPagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : MailPagesTests, IOnPostgres;

    private NewsroomSite site = null!;
    private TestMailServer server = null!;
    private HttpClient chief = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private Database Database => site.Small.Installation.Database;

    public async ValueTask InitializeAsync()
    {
        (site, server) = (await NewsroomSite.StartAsync(), await TestMailServer.StartAsync());
        chief = await site.SignedInAsync("chief", Role.Administrator);
        var saved = await NewsroomSite.SendAsync(chief, "/newsroom/settings/mail", "/newsroom/settings/mail", ("mail.from", "desk@example.org"), ("mail.server", "localhost"), ("mail.port", $"{server.Port}"), ("mail.user", ""), ("seen", "999999"));
        Assert.Equal("/newsroom/settings/mail?done=setting-saved", saved.Headers.Location?.ToString());
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData("en", "Your invitation", "ltr")]
    [InlineData("fa", "دعوت شما", "rtl")]
    public async Task An_invitation_comes_by_mail_in_the_persons_language_and_its_link_opens_the_door(string language, string subject, string direction)
    {
        var answer = await NewsroomSite.SendAsync(
            chief, "/newsroom/people/invite", "/newsroom/people/invite", ("display-name", "Tomas"), ("email", "tomas@example.org"), ("language", language), ("role", "reporter"), ("by-mail", "yes"));
        Assert.Contains("tomas@example.org", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        var mail = Assert.Single(await server.WaitAsync(1, Cancellation));
        Assert.StartsWith(subject, mail.Subject, StringComparison.Ordinal);
        Assert.Contains($"<html lang=\"{language}\" dir=\"{direction}\">", mail.HtmlBody, StringComparison.Ordinal);
        var link = mail.TextBody!.Split('\n').Select(line => line.Trim()).Single(line => line.StartsWith("https://", StringComparison.Ordinal) && line.Contains("/join/", StringComparison.Ordinal));
        Assert.Contains(link, mail.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await site.Browser().GetAsync(new Uri(link).AbsolutePath, Cancellation)).StatusCode);
    }

    [Fact]
    public async Task An_address_that_is_none_is_refused_at_its_field_and_no_link_is_made()
    {
        var answer = await NewsroomSite.SendAsync(chief, "/newsroom/people/invite", "/newsroom/people/invite", ("display-name", "Tomas"), ("email", "tomas@example.org\r\nBcc: x@example.org"), ("role", "reporter"), ("by-mail", "yes"));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty(await site.People.Links.OpenInvitationsAsync(Cancellation));
        Assert.Equal(HttpStatusCode.BadRequest, (await NewsroomSite.SendAsync(chief, "/newsroom/account", "/newsroom/account", ("display-name", "Chief"), ("email", "nonsense"), ("language", "en"))).StatusCode);
    }

    [Fact]
    public async Task The_test_button_says_what_the_mail_server_said()
    {
        Assert.Contains("notice done", await TestAsync("june@example.org"), StringComparison.Ordinal);
        Assert.Equal("june@example.org", Assert.Single(server.Taken).To.Mailboxes.Single().Address);
        server.Refused.Add("nobody@example.org");
        Assert.Contains("refused the recipient", await TestAsync("nobody@example.org"), StringComparison.Ordinal);
        Assert.Contains("is no e-mail address", await TestAsync("nobody"), StringComparison.Ordinal);
        await server.DisposeAsync();
        Assert.Contains("cannot be reached", await TestAsync("june@example.org"), StringComparison.Ordinal);
        server = await TestMailServer.StartAsync();
    }

    [Fact]
    public async Task A_mail_that_was_given_up_stands_on_the_page_and_is_tried_again_or_discarded_by_a_button()
    {
        server.Refused.Add("tomas@example.org");
        await NewsroomSite.SendAsync(chief, "/newsroom/people/invite", "/newsroom/people/invite", ("display-name", "Tomas"), ("email", "tomas@example.org"), ("language", "en"), ("role", "reporter"), ("by-mail", "yes"));
        var outbox = new MailOutbox(Database, new SecretBox(site.Small.Installation.Keys.Folder), TimeProvider.System);
        while (await outbox.CountAsync(MailState.Dead, Cancellation) == 0)
        {
            await Task.Delay(50, Cancellation);
        }

        var page = await chief.GetStringAsync("/newsroom/mail", Cancellation);
        Assert.Contains("Given up", page, StringComparison.Ordinal);
        Assert.Contains("The mail server refused the recipient", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/join/", page, StringComparison.Ordinal);
        Assert.Contains("Mails given up: 1;", await chief.GetStringAsync("/newsroom/health", Cancellation), StringComparison.Ordinal);
        var dead = Assert.Single(await outbox.ListAsync(MailState.Dead, 10, Cancellation));
        server.Refused.Clear();
        Assert.Equal("/newsroom/mail?done=mail-retried", (await NewsroomSite.SendAsync(chief, "/newsroom/mail", $"/newsroom/mail/{dead.Id}/retry")).Headers.Location?.ToString());
        await server.WaitAsync(1, Cancellation);
        Assert.Equal("/newsroom/mail?done=mail-gone", (await NewsroomSite.SendAsync(chief, "/newsroom/mail", $"/newsroom/mail/{dead.Id}/discard")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task What_a_person_chose_is_mailed_at_once_and_nothing_else()
    {
        var code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates");
        var editor = await site.SignedInAsync("editor", Role.Editor);
        await NewsroomSite.SendAsync(editor, "/newsroom/account", "/newsroom/account", ("display-name", "Shirin"), ("email", "shirin@example.org"), ("language", "fa"));
        await NewsroomSite.SendAsync(editor, "/newsroom/account/notices", "/newsroom/account/notices", ("mail-comment", "now"), ("mail-guest-comment", "no"));
        await NewsroomSite.SendAsync(chief, $"/newsroom/stories/{code}", $"/newsroom/stories/{code}/comments", ("text", "Which gates?"), ("quote", ""));
        var mail = Assert.Single(await server.WaitAsync(1, Cancellation));
        Assert.Equal("shirin@example.org", mail.To.Mailboxes.Single().Address);
        Assert.Contains("\u2068chief\u2069 دربارهٔ «\u2068The harbour gates\u2069» نظر داد", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/stories/{code}", mail.HtmlBody, StringComparison.Ordinal);
        Assert.Contains("<span aria-hidden=\"true\">۱</span>", await editor.GetStringAsync("/newsroom/", Cancellation), StringComparison.Ordinal);
        await NewsroomSite.SendAsync(editor, "/newsroom/notices", "/newsroom/notices/read");
        Assert.DoesNotContain("unread-count", await editor.GetStringAsync("/newsroom/", Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_daily_list_comes_once_a_day_at_its_hour_and_not_hours_late()
    {
        var code = await NewsroomDrafts.AddAsync(site.Small, "The harbour gates");
        var person = (await site.People.AddAsync("mira", Role.Editor)).Person;
        await SetAsync(person.Id, "mira@example.org");
        var clock = new SetClock(new DateTimeOffset(2026, 11, 30, 3, 0, 0, TimeSpan.Zero));
        var board = new NoticeBoard(Database, clock);
        await board.ChooseAsync(person.Id, new Dictionary<NoticeKind, NoticeMail>(), new TimeOnly(7, 0), Cancellation);
        Assert.Equal(new TimeOnly(7, 0), await new DailyLists(Database).OfAsync(person.Id, Cancellation));
        await RoundAsync(clock);
        Assert.Empty(server.Taken);

        // Seven o'clock in Copenhagen is six in UTC.
        clock.Now = new DateTimeOffset(2026, 11, 30, 6, 5, 0, TimeSpan.Zero);
        await RoundAsync(clock);
        await RoundAsync(clock);
        var mail = Assert.Single(server.Taken);
        Assert.Contains("what waits on", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("The harbour gates", mail.TextBody, StringComparison.Ordinal);
        Assert.Contains($"/newsroom/stories/{code}", mail.TextBody, StringComparison.Ordinal);

        clock.Now = new DateTimeOffset(2026, 12, 1, 16, 0, 0, TimeSpan.Zero);
        await RoundAsync(clock);
        Assert.Single(server.Taken);
        clock.Now = new DateTimeOffset(2026, 12, 2, 6, 0, 30, TimeSpan.Zero);
        await RoundAsync(clock);
        Assert.Equal(2, server.Taken.Count);
    }

    [Fact]
    public async Task A_withdrawn_story_leaves_no_words_in_comments_copy_notices_or_mails_that_wait()
    {
        var code = await NewsroomDrafts.AddAsync(site.Small, "Pelican at the quay");
        var editor = await site.SignedInAsync("editor", Role.Editor);
        await SetAsync((await site.People.Directory.FindByNameAsync("editor", Cancellation))!.Id, "editor@example.org");
        await NewsroomSite.SendAsync(chief, $"/newsroom/stories/{code}", $"/newsroom/stories/{code}/comments", ("text", "Is the pelican real?"), ("quote", ""));
        Assert.Contains("Pelican at the quay", await editor.GetStringAsync("/newsroom/notices", Cancellation), StringComparison.Ordinal);
        await WithdrawAsync(code);
        Assert.DoesNotContain("elican", await editor.GetStringAsync("/newsroom/notices", Cancellation), StringComparison.Ordinal);
        await using var connection = await Database.OpenAsync(Cancellation);
        Assert.Equal(0, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM draft_comment", Cancellation));
    }

    private async Task WithdrawAsync(StoryCode code)
    {
        var stores = site.Small.Installation.Stores;
        var published = await new PublishStory(stores.Releases(), site.Small.Installation.Publication).RunAsync(TestActor.Editor, code, Cancellation);
        Assert.True(published is ReleaseOutcome.Done, published.Reason);
        Assert.IsType<ReleaseOutcome.Done>(await new WithdrawStory(stores.Releases(), site.Small.Installation.Media, Database).RunAsync(TestActor.Editor, code, WithdrawalReason.CourtOrder, new RevisionNumber(1), Cancellation));
    }

    private async Task SetAsync(string person, string mail)
    {
        await using var connection = await Database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("UPDATE person SET email = @mail WHERE id = @id", Cancellation, ("@mail", mail), ("@id", person));
    }

    private Task RoundAsync(TimeProvider clock) => new NewsroomMailRound(
        Database, new MailOutbox(Database, new SecretBox(site.Small.Installation.Keys.Folder), clock), site.Services.GetRequiredService<PageRenderer>(), clock)
        .RunAsync(TestPublication.Settings with { Mail = new PublicationMail { Server = "127.0.0.1", Port = server.Port, From = "desk@example.org" } }, null, Cancellation);

    private async Task<string> TestAsync(string recipient)
    {
        var answer = await NewsroomSite.SendAsync(chief, "/newsroom/mail", "/newsroom/mail/test", ("recipient", recipient));
        return WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync(Cancellation));
    }
}
