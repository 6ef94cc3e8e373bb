using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Storyprint.People.Accounts;
using Storyprint.People.Keys;
using Storyprint.People.Links;
using Storyprint.People.SignIn;
using Storyprint.Storage.Engine;
using Storyprint.Stories.Workflow;

namespace Storyprint.Tests.People;

/// <summary>Makes people for tests, by the links that everybody uses.</summary>
internal sealed class NewsroomPeople(Database database, string keyFolder, TimeProvider clock)
{
    public const string Password = "seven quiet gulls";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public PersonDirectory Directory { get; } = new(database, clock);

    public OneTimeLinks Links { get; } = new(database, clock);

    public SecretBox Secrets { get; } = new(keyFolder);

    // Few rounds: tests make many people.
    public JoinNewsroom Join => new(database, Secrets, new PasswordHasher<Person>(Options.Create(new PasswordHasherOptions { IterationCount = 1_000 })), clock);

    /// <summary>A person with a password and an authenticator app.</summary>
    /// <returns>The person, the app's key and the recovery codes.</returns>
    public async Task<(Person Person, string Key, IReadOnlyList<string> Codes)> AddAsync(string name, Role role, params Grant[] grants)
    {
        var offer = new InvitationOffer { Role = role, DisplayName = name, Grants = [.. grants.Select(grant => grant.Word)] };
        var token = await Links.CreateAsync(TestActor.Editor, LinkPurpose.Invitation, null, offer, name, cancellation: Cancellation);
        var key = Totp.CreateKey();
        var joined = Assert.IsType<JoinOutcome.Joined>(await JoinAsync(token, name, new Credentials.PasswordAndCode(Password, key, 0)));
        return (joined.Person, key, joined.RecoveryCodes);
    }

    public async Task<JoinOutcome> JoinAsync(string token, string name, Credentials credentials) => await Join.JoinAsync(
        token, (await Links.FindAsync(token, Cancellation))!, new Person { UserName = name, DisplayName = name, Language = "en", Role = Role.Reporter }, credentials, "192.0.2.7", Cancellation);
}
