using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.People.Guests;
using Storyprint.People.Links;
using Storyprint.People.SignIn;
using Storyprint.Storage.Audit;
using Storyprint.Stories.Workflow;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.People;

public class PeopleTests
{
    public sealed class OnPostgres : PeopleTests, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_replayed_invitation_makes_nobody_and_of_two_at_once_one_joins()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var token = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, new InvitationOffer { Role = Role.Editor }, "two", cancellation: Cancellation);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 5).Select(at => people.JoinAsync(token, $"guest{at}x", new Credentials.PasswordAndCode(NewsroomPeople.Password, Totp.CreateKey(), 0))));
        Assert.Equal(Role.Editor, Assert.Single(outcomes.OfType<JoinOutcome.Joined>()).Person.Role);
        Assert.Equal(4, outcomes.OfType<JoinOutcome.LinkDoesNotWork>().Count());
        Assert.Single(await people.Directory.ListAsync(Cancellation));
        Assert.Equal(OneTimeLinkState.Used, (await people.Links.FindAsync(token, Cancellation))!.StateAt(desk.Clock.Now));
    }

    [Fact]
    public async Task A_link_that_has_ended_or_was_revoked_does_not_work()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var credentials = new Credentials.PasswordAndCode(NewsroomPeople.Password, Totp.CreateKey(), 0);
        var old = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, new InvitationOffer { Role = Role.Editor }, "old", cancellation: Cancellation);
        var revoked = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, new InvitationOffer { Role = Role.Editor }, "revoked", cancellation: Cancellation);
        Assert.True(await people.Links.RevokeAsync(TestActor.Editor, (await people.Links.FindAsync(revoked, Cancellation))!.Digest, Cancellation));
        Assert.IsType<JoinOutcome.LinkDoesNotWork>(await people.JoinAsync(revoked, "anna", credentials));
        desk.Clock.Now += OneTimeLinks.LifetimeOf(LinkPurpose.Invitation);
        Assert.IsType<JoinOutcome.LinkDoesNotWork>(await people.JoinAsync(old, "anna", credentials));
        Assert.Null(await people.Links.FindAsync("no such token", Cancellation));
    }

    [Fact]
    public async Task A_new_first_administrator_link_takes_the_place_of_the_one_before()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var first = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.FirstAdministrator, null, null, "first", cancellation: Cancellation);
        var second = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.FirstAdministrator, null, null, "first", cancellation: Cancellation);
        var credentials = new Credentials.PasswordAndCode(NewsroomPeople.Password, Totp.CreateKey(), 0);
        Assert.IsType<JoinOutcome.LinkDoesNotWork>(await people.JoinAsync(first, "anna", credentials));
        Assert.Equal(Role.Administrator, Assert.IsType<JoinOutcome.Joined>(await people.JoinAsync(second, "anna", credentials)).Person.Role);
        Assert.True(await people.Directory.HasCredentialsOfAdministratorAsync(Cancellation));
    }

    [Fact]
    public async Task Names_that_look_like_somebody_elses_are_taken()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        await people.AddAsync("olga", Role.Reporter);
        var token = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, new InvitationOffer { Role = Role.Editor }, "x", cancellation: Cancellation);
        Assert.Equal(NameFault.Taken, Assert.IsType<JoinOutcome.WrongUserName>(await people.JoinAsync(token, "0lga", new Credentials.PasswordAndCode(NewsroomPeople.Password, Totp.CreateKey(), 0))).Fault);
        Assert.IsType<JoinOutcome.Joined>(await people.JoinAsync(token, "pia", new Credentials.PasswordAndCode(NewsroomPeople.Password, Totp.CreateKey(), 0)));
    }

    [Fact]
    public async Task The_last_administrator_can_neither_be_disabled_nor_lowered()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var (anna, _, _) = await people.AddAsync("anna", Role.Administrator);
        var all = Permissions.Of(Role.Administrator);
        Assert.IsType<ChangeOutcome.LastAdministrator>(await people.Directory.SetDisabledAsync(TestActor.Editor, all, anna.Id, true, Cancellation));
        Assert.IsType<ChangeOutcome.LastAdministrator>(await people.Directory.ChangeAsync(TestActor.Editor, all, anna.Id, Change(Role.Editor), Cancellation));
        await people.AddAsync("berit", Role.Administrator);
        Assert.IsType<ChangeOutcome.Changed>(await people.Directory.SetDisabledAsync(TestActor.Editor, all, anna.Id, true, Cancellation));
        Assert.NotNull((await people.Directory.FindByNameAsync("ANNA", Cancellation))!.DisabledAt);
    }

    [Fact]
    public async Task Who_may_change_people_makes_no_administrator_and_gives_nothing_it_does_not_hold()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var (chief, _, _) = await people.AddAsync("anna", Role.Administrator);
        var (other, _, _) = await people.AddAsync("berit", Role.Reporter);
        var helper = Permissions.Of(Role.Reporter, [Grant.People]);
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.ChangeAsync(TestActor.Editor, helper, other.Id, Change(Role.Administrator), Cancellation));
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.ChangeAsync(TestActor.Editor, helper, chief.Id, Change(Role.Administrator), Cancellation));
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.ChangeAsync(TestActor.Editor, helper, other.Id, Change(Role.Reporter) with { Grants = [Grant.Withdraw] }, Cancellation));
        Assert.IsType<ChangeOutcome.Changed>(await people.Directory.ChangeAsync(TestActor.Editor, helper, other.Id, Change(Role.Reporter) with { Desks = ["city"] }, Cancellation));
        Assert.Equal(["city"], (await people.Directory.FindAsync(other.Id, Cancellation))!.Desks);
        Assert.Contains((await new AuditStore(desk.Database, desk.Clock).FindAsync(new AuditSearch { Act = AuditAct.PersonChanged.Word }, null, 9, Cancellation)), entry => entry.After!.Contains("desk:city", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_changed_or_disabled_by_who_holds_less_not_even_to_take_rights_away()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        await people.AddAsync("anna", Role.Administrator);
        var (editor, _, _) = await people.AddAsync("berit", Role.Editor, Grant.Site, Grant.Record);
        var (self, _, _) = await people.AddAsync("carl", Role.Reporter, Grant.People);
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.ChangeAsync(TestActor.Editor, self.Permissions, editor.Id, Change(Role.Reporter), Cancellation));
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.ChangeAsync(TestActor.Editor, self.Permissions, self.Id, Change(Role.Editor), Cancellation));
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.SetDisabledAsync(TestActor.Editor, self.Permissions, editor.Id, true, Cancellation));
        Assert.IsType<ChangeOutcome.NotAllowed>(await people.Directory.SetDisabledAsync(TestActor.Editor, self.Permissions, editor.Id, false, Cancellation));
        Assert.Equal([Grant.Record, Grant.Site], (await people.Directory.FindAsync(editor.Id, Cancellation))!.Grants.OrderBy(grant => grant.Word));
    }

    [Fact]
    public async Task A_link_for_lost_credentials_ends_when_its_person_comes_to_hold_more()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var (other, _, _) = await people.AddAsync("berit", Role.Reporter);
        await people.AddAsync("anna", Role.Administrator);
        var all = Permissions.Of(Role.Administrator);
        var token = await people.Links.CreateAsync(TestActor.Editor, LinkPurpose.Reset, other.Id, null, "berit", cancellation: Cancellation);
        await people.Directory.ChangeAsync(TestActor.Editor, all, other.Id, Change(Role.Reporter) with { DisplayName = "Berit Holm" }, Cancellation);
        Assert.Equal(OneTimeLinkState.Open, (await people.Links.FindAsync(token, Cancellation))!.StateAt(desk.Clock.Now));
        await people.Directory.ChangeAsync(TestActor.Editor, all, other.Id, Change(Role.Editor), Cancellation);
        Assert.Equal(OneTimeLinkState.Revoked, (await people.Links.FindAsync(token, Cancellation))!.StateAt(desk.Clock.Now));
    }

    [Fact]
    public async Task A_guesser_waits_longer_each_time_and_a_colleague_in_a_known_browser_does_not()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var throttle = new SignInThrottle(desk.Database, desk.Clock);
        for (var attempt = 0; attempt < 3; attempt++)
        {
            Assert.Null(await throttle.BeginAsync("anna", "192.0.2.1", null, Cancellation));
        }

        var first = (await throttle.BeginAsync("Anna", "192.0.2.1", null, Cancellation))!.Value;
        desk.Clock.Now += first;
        Assert.Null(await throttle.BeginAsync("anna", "192.0.2.1", null, Cancellation));
        Assert.True(await throttle.BeginAsync("anna", "192.0.2.1", null, Cancellation) > first);

        // From many addresses the name waits too, but never long; and the browser that knows her not at all.
        for (var attempt = 0; attempt < 40; attempt++)
        {
            desk.Clock.Now += TimeSpan.FromSeconds(31);
            Assert.Null(await throttle.BeginAsync("anna", $"198.51.100.{attempt}", null, Cancellation));
        }

        Assert.InRange((await throttle.BeginAsync("anna", "203.0.113.1", null, Cancellation))!.Value.TotalSeconds, 1, 30);
        Assert.Null(await throttle.BeginAsync("anna", "203.0.113.9", "her browser", Cancellation));
        await throttle.SucceededAsync("anna", "203.0.113.9", "her browser", Cancellation);
        Assert.Null(await throttle.BeginAsync("berit", "203.0.113.9", null, Cancellation));
    }

    [Fact]
    public async Task Who_knows_the_password_cannot_guess_at_the_second_factor_for_ever()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var throttle = new SignInThrottle(desk.Database, desk.Clock);
        var guesses = 0;
        for (; guesses < 100; guesses++)
        {
            if (await throttle.BeginAsync("anna", "192.0.2.1", null, Cancellation) is not null)
            {
                break;
            }

            // The password was right, the code is wrong.
            await throttle.UndoAsync("anna", "192.0.2.1", null, Cancellation);
            if (await throttle.BeginAsync("anna", "192.0.2.1", null, Cancellation) is not null)
            {
                break;
            }
        }

        Assert.InRange(guesses, 1, 3);
    }

    [Fact]
    public async Task Many_guesses_at_once_are_not_one()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var throttle = new SignInThrottle(desk.Database, desk.Clock);
        var waits = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => throttle.BeginAsync("anna", "192.0.2.1", null, Cancellation)));
        Assert.Equal(3, waits.Count(wait => wait is null));
    }

    [Fact]
    public async Task Desks_are_opened_renamed_and_closed_and_people_stay()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var (people, desks) = (Of(desk), new DeskDirectory(desk.Database, desk.Clock));
        await desks.SaveAsync(TestActor.Editor, "City", cancellation: Cancellation);
        await desks.SaveAsync(TestActor.Editor, "The city", "city", Cancellation);
        Assert.Equal(NameFault.Signs, await desks.SaveAsync(TestActor.Editor, "The \u202Eytic", "city", Cancellation));
        Assert.Equal([new Desk("city", "The city")], await desks.ListAsync(Cancellation));
        var (anna, _, _) = await people.AddAsync("anna", Role.Administrator);
        await people.Directory.ChangeAsync(TestActor.Editor, Permissions.Of(Role.Administrator), anna.Id, Change(Role.Administrator) with { Desks = ["city"] }, Cancellation);
        Assert.Equal(DeskClosing.Closed, await desks.CloseAsync(TestActor.Editor, "city", Cancellation));
        Assert.Equal(DeskClosing.NoSuchDesk, await desks.CloseAsync(TestActor.Editor, "city", Cancellation));
        Assert.Empty((await people.Directory.FindAsync(anna.Id, Cancellation))!.Desks);
    }

    [Fact]
    public async Task A_guests_link_opens_one_draft_until_it_ends_or_is_revoked_and_is_recorded()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var code = await desk.PublishedAsync("The quiet harbour");
        var guests = new GuestLinks(desk.Database, desk.Clock);
        var token = (await guests.CreateAsync(TestActor.Editor, code, GuestAccess.Read, "The lawyer", TimeSpan.FromDays(90), cancellation: Cancellation))!;
        Assert.Equal(code, (await guests.OpenAsync(token, "192.0.2.1", Cancellation))!.Story);
        Assert.NotNull(await guests.OpenAsync(token, "192.0.2.1", Cancellation));
        Assert.Null(await guests.OpenAsync("another", null, Cancellation));
        var audit = new AuditStore(desk.Database, desk.Clock);
        Assert.Single(await audit.FindAsync(new AuditSearch { Act = AuditAct.GuestVisit.Word }, null, 9, Cancellation));
        var link = Assert.Single(await guests.OfAsync(code, Cancellation));
        Assert.Equal(desk.Clock.Now + GuestLinks.MaxLifetime, link.ExpiresAt);
        Assert.False(await guests.RevokeAsync(TestActor.Editor, await desk.PublishedAsync("Another story"), link.Digest, Cancellation));
        Assert.NotNull(await guests.OpenAsync(token, null, Cancellation));
        Assert.True(await guests.RevokeAsync(TestActor.Editor, code, link.Digest, Cancellation));
        Assert.Null(await guests.OpenAsync(token, null, Cancellation));
    }

    [Fact]
    public async Task A_provider_that_decides_on_roles_makes_accounts_changes_roles_and_turns_away()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var people = Of(desk);
        var accounts = new ProviderAccounts(desk.Database, people.Directory, desk.Clock);
        ProviderIdentity Identity(Role? role, string subject = "42") => new("House", subject, "Rosa Lund", "rosa@house.example", role);
        Assert.Null(await accounts.FindOrCreateAsync(Identity(null), true, "en", null, Cancellation));
        Assert.Null(await accounts.FindOrCreateAsync(Identity(null), false, "en", null, Cancellation));
        var rosa = (await accounts.FindOrCreateAsync(Identity(Role.Administrator), true, "en", null, Cancellation))!;
        Assert.Equal("rosa@house.example", rosa.UserName);
        Assert.Equal(Role.Administrator, (await accounts.FindOrCreateAsync(Identity(Role.Reporter), true, "en", null, Cancellation))!.Role);
        await people.AddAsync("anna", Role.Administrator);
        Assert.Equal(Role.Reporter, (await accounts.FindOrCreateAsync(Identity(Role.Reporter), true, "en", null, Cancellation))!.Role);
        Assert.Equal("rosa@house.example-2", (await accounts.FindOrCreateAsync(Identity(Role.Editor, "43"), true, "en", null, Cancellation))!.UserName);
    }

    private static NewsroomPeople Of(ReleaseFixture desk) => new(desk.Database, Path.Combine(desk.Folder, "keys"), desk.Clock);

    private static PersonChange Change(Role role) => new() { DisplayName = "Anna", Language = "en", Role = role };
}
