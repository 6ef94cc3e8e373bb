using System.Net;
using Storyprint.People.Sessions;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>Who is signed in everywhere, and ending it: <c>SessionRoutes</c>.</summary>
public class SessionPagesTests
{
    public sealed class OnPostgres : SessionPagesTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_is_ended_or_all_of_a_person_and_the_next_request_is_refused()
    {
        await using var site = await NewsroomSite.StartAsync();
        var chief = await site.SignedInAsync("chief", Role.Administrator);
        var rosa = await site.SignedInAsync("rosa", Role.Reporter);
        var sessions = await SessionsAsync(site);
        Assert.Equal(["chief", "rosa"], sessions.Select(each => each.Person.UserName));
        var page = await chief.GetStringAsync(new Uri("/newsroom/people/sessions", UriKind.Relative), Cancellation);
        Assert.Contains("127.0.0.1", page, StringComparison.Ordinal);
        var (person, session) = sessions[1];
        using var ended = await NewsroomSite.SendAsync(chief, "/newsroom/people/sessions", $"/newsroom/people/{person.Id}/sessions/{session.Digest}/revoke");
        Assert.Equal("/newsroom/people/sessions?done=sessions-revoked", ended.Headers.Location?.ToString());
        Assert.True(await IsOutAsync(rosa));
        Assert.False(await IsOutAsync(chief));

        var (_, key, _) = await site.People.AddAsync("omid", Role.Reporter);
        var (first, second) = (site.Browser(), site.Browser());
        await site.SignInAsync(first, "omid", key);
        using var all = await NewsroomSite.SendAsync(chief, "/newsroom/people/sessions", $"/newsroom/people/{(await SessionsAsync(site)).Single(each => each.Person.UserName == "omid").Person.Id}/sessions/revoke");
        Assert.True(await IsOutAsync(first));
        Assert.True(await IsOutAsync(second));
        Assert.Equal(["omid", "rosa"], (await site.Small.Installation.Stores.Audit.FindAsync(new AuditSearch { Act = "sessions-revoked", Actor = "chief" }, null, 9, Cancellation)).Select(entry => entry.Subject));
    }

    [Fact]
    public async Task Who_only_holds_the_grant_for_people_signs_no_administrator_out()
    {
        await using var site = await NewsroomSite.StartAsync();
        var chief = await site.SignedInAsync("chief", Role.Administrator);
        var helper = await site.SignedInAsync("helper", Role.Reporter, Grant.People);
        var (person, session) = (await SessionsAsync(site)).Single(each => each.Person.UserName == "chief");
        foreach (var path in (string[])[$"/newsroom/people/{person.Id}/sessions/revoke", $"/newsroom/people/{person.Id}/sessions/{session.Digest}/revoke"])
        {
            using var refused = await NewsroomSite.SendAsync(helper, "/newsroom/people/sessions", path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.False(await IsOutAsync(chief));
    }

    [Fact]
    public async Task Who_only_holds_the_grant_for_people_signs_nobody_out_who_may_do_more()
    {
        await using var site = await NewsroomSite.StartAsync();
        var editor = await site.SignedInAsync("june", Role.Editor, Grant.Site);
        var helper = await site.SignedInAsync("helper", Role.Reporter, Grant.People);
        var (person, session) = (await SessionsAsync(site)).Single(each => each.Person.UserName == "june");
        Assert.DoesNotContain($"/people/{person.Id}/sessions", await helper.GetStringAsync(new Uri("/newsroom/people/sessions", UriKind.Relative), Cancellation), StringComparison.Ordinal);
        foreach (var path in (string[])[$"/newsroom/people/{person.Id}/sessions/revoke", $"/newsroom/people/{person.Id}/sessions/{session.Digest}/revoke"])
        {
            using var refused = await NewsroomSite.SendAsync(helper, "/newsroom/people/sessions", path);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        }

        Assert.False(await IsOutAsync(editor));
    }

    // The digest of one person's session under another's name ends nothing.
    [Fact]
    public async Task A_session_is_only_ended_as_its_persons()
    {
        await using var site = await NewsroomSite.StartAsync();
        var chief = await site.SignedInAsync("chief", Role.Administrator);
        var rosa = await site.SignedInAsync("rosa", Role.Reporter);
        var sessions = await SessionsAsync(site);
        using var tried = await NewsroomSite.SendAsync(chief, "/newsroom/people/sessions", $"/newsroom/people/{sessions[0].Person.Id}/sessions/{sessions[1].Session.Digest}/revoke");
        Assert.False(await IsOutAsync(rosa));
    }

    private static Task<IReadOnlyList<(SessionPerson Person, PersonSession Session)>> SessionsAsync(NewsroomSite site) =>
        new SessionStore(site.Small.Installation.Database, TimeProvider.System).AllAsync(Cancellation);

    private static async Task<bool> IsOutAsync(HttpClient browser)
    {
        using var answer = await browser.GetAsync(new Uri("/newsroom/account", UriKind.Relative), Cancellation);
        return answer.StatusCode == HttpStatusCode.Found && answer.Headers.Location!.ToString().StartsWith("/newsroom/sign-in", StringComparison.Ordinal);
    }
}
