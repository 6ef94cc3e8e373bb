using System.Net;
using Storyprint.People.Links;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.NewsroomPages;

/// <summary>What the grant for people opens, and to whom it is closed: <c>PeopleRoutes</c>.</summary>
public class PeoplePagesTests : IAsyncLifetime
{
    public sealed class OnPostgres : PeoplePagesTests, IOnPostgres;

    private NewsroomSite site = null!;
    private HttpClient helper = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        site = await NewsroomSite.StartAsync();
        helper = await site.SignedInAsync("helper", Role.Reporter, Grant.People);
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();

    [Fact]
    public async Task It_takes_over_changes_and_closes_no_account_that_may_do_more()
    {
        var (june, _, _) = await site.People.AddAsync("june", Role.Editor, Grant.Site, Grant.Record, Grant.Withdraw);
        foreach (var act in (string[])["", "/reset", "/disable", "/enable"])
        {
            var answer = await SendAsync($"/people/{june.Id}{act}", ("display-name", "June"), ("role", "reporter"), ("language", "en"));
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.DoesNotContain("/join/", await answer.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        }

        var now = (await site.People.Directory.FindAsync(june.Id, Cancellation))!;
        Assert.Equal((Role.Editor, 3, false), (now.Role, now.Grants.Count, now.DisabledAt is not null));
        Assert.DoesNotContain($"/people/{june.Id}/reset", await helper.GetStringAsync(new Uri($"/newsroom/people/{june.Id}", UriKind.Relative), Cancellation), StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_makes_nobody_more_than_its_holder_is_not_even_the_holder()
    {
        var self = (await site.People.Directory.FindByNameAsync("helper", Cancellation))!;
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync($"/people/{self.Id}", ("display-name", "Helper"), ("role", "editor"), ("grants", "people"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("/people/invite", ("display-name", "June"), ("role", "editor"))).StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("/people/invite", ("display-name", "June"), ("role", "reporter"), ("grants", "site"))).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await SendAsync("/people/invite", ("display-name", "June"), ("role", "reporter"), ("grants", "people"))).StatusCode);
    }

    [Fact]
    public async Task It_changes_and_resets_reporters()
    {
        await site.People.AddAsync("administrator", Role.Administrator);
        var (rosa, _, _) = await site.People.AddAsync("rosa", Role.Reporter);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync($"/people/{rosa.Id}", ("display-name", "Rosa Lind"), ("role", "reporter"))).StatusCode);
        Assert.Contains("/join/", await (await SendAsync($"/people/{rosa.Id}/reset")).Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Found, (await SendAsync($"/people/{rosa.Id}/disable")).StatusCode);
    }

    [Theory]
    [InlineData(Role.Administrator, HttpStatusCode.Forbidden)]
    [InlineData(Role.Editor, HttpStatusCode.Forbidden)]
    [InlineData(Role.Reporter, HttpStatusCode.Found)]
    public async Task It_revokes_only_invitations_that_its_holder_could_have_made(Role role, HttpStatusCode status)
    {
        var token = await site.People.Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, new InvitationOffer { Role = role }, "x", cancellation: Cancellation);
        var digest = (await site.People.Links.FindAsync(token, Cancellation))!.Digest;
        Assert.Equal(status, (await SendAsync($"/people/invitations/{digest}/revoke")).StatusCode);
        Assert.Equal(status == HttpStatusCode.Found, (await site.People.Links.FindAsync(token, Cancellation))!.RevokedAt is not null);
    }

    private Task<HttpResponseMessage> SendAsync(string path, params (string Name, string Value)[] values) => NewsroomSite.SendAsync(helper, "/newsroom/account", $"/newsroom{path}", values);
}
