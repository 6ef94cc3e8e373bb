using System.CommandLine;
using System.Globalization;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.Operations;
using Storyprint.People.Accounts;
using Storyprint.People.Links;
using Storyprint.Serving;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Verification.Commands;

namespace Storyprint.Commands;

/// <summary><c>storyprint people</c>: who works in the newsroom, from the command line of the machine.</summary>
internal static class PeopleCommand
{
    public static Command Create()
    {
        var command = new Command("people", "List, invite, disable people of the newsroom, or make links for lost credentials and for the first administrator.");
        command.Subcommands.Add(List());
        command.Subcommands.Add(Invite());
        command.Subcommands.Add(SetDisabled("disable", "Sign a person out everywhere, and let them sign in no more.", isDisabled: true));
        command.Subcommands.Add(SetDisabled("enable", "Let a person sign in again.", isDisabled: false));
        command.Subcommands.Add(Reset());
        command.Subcommands.Add(FirstAdministrator());
        return command;
    }

    private static Command List()
    {
        var data = SharedOptions.Data();
        var command = new Command("list", "Who works in the newsroom.") { data };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, async installation =>
        {
            var people = await Directory(installation).ListAsync(cancellation);
            foreach (var person in people)
            {
                var more = string.Join(", ", person.Grants.Select(grant => grant.Word).Concat(person.Desks.Select(desk => $"desk {desk}")));
                Console.WriteLine($"{person.UserName,-20} {person.Role.ToString().ToLowerInvariant(),-14} {(person.DisabledAt is null ? "" : "disabled "),-9}{person.DisplayName}{(more.Length > 0 ? $" ({more})" : "")}");
            }

            if (people.Count == 0)
            {
                Console.WriteLine("Nobody works here yet. 'storyprint people first-administrator' makes a link for the first one.");
            }

            return 0;
        }, cancellation));
        return command;
    }

    private static Command Invite()
    {
        var data = SharedOptions.Data();
        var name = new Argument<string>("name") { Description = "The person's name, as colleagues will see it." };
        var role = new Option<Role>("--role") { Description = "What the person is to be: reporter, editor or administrator.", DefaultValueFactory = _ => Role.Reporter };
        var mail = new Option<string?>("--email") { Description = "For notices." };
        var language = new Option<string>("--language") { Description = $"Of the newsroom's pages: {string.Join(", ", NewsroomLanguages.All)}.", DefaultValueFactory = _ => "en" };
        var grants = new Option<string[]>("--grant") { Description = $"A right beyond the role, several times: {string.Join(", ", Grant.All.Select(grant => grant.Word))}, approve:SECTION." };
        var command = new Command("invite", "Make a link that lets somebody join. It works once, for seven days.") { name, role, mail, language, grants, data };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, async installation =>
        {
            if (SignInNames.FaultOfDisplayName(parsed.GetValue(name)) is { } fault)
            {
                return await CommandError.WriteAsync($"The name cannot be taken ({fault}): letters of one script in each word, without invisible signs, at most {SignInNames.MaxLength}.");
            }

            if (parsed.GetValue(grants)?.FirstOrDefault(word => !Grant.TryParse(word, out _)) is { } unknown)
            {
                return await CommandError.WriteAsync($"There is no grant '{unknown}': {string.Join(", ", Grant.All.Select(grant => grant.Word))}, approve:SECTION.");
            }

            var offer = new InvitationOffer
            {
                DisplayName = parsed.GetValue(name)!.Trim(),
                Role = parsed.GetValue(role),
                Email = parsed.GetValue(mail),
                Language = parsed.GetValue(language)!,
                Grants = parsed.GetValue(grants) ?? [],
            };
            var token = await Links(installation).CreateAsync(By, LinkPurpose.Invitation, null, offer, offer.DisplayName, cancellation: cancellation);
            Console.WriteLine(AddressOf(installation, token));
            return 0;
        }, cancellation));
        return command;
    }

    private static Command SetDisabled(string verb, string description, bool isDisabled)
    {
        var data = SharedOptions.Data();
        var name = UserName();
        var command = new Command(verb, description) { name, data };
        command.SetAction((parsed, cancellation) => WithPersonAsync(parsed.GetValue(data)!, parsed.GetValue(name)!, async (installation, person) =>
            await Directory(installation).SetDisabledAsync(By, Permissions.Of(Role.Administrator), person.Id, isDisabled, cancellation) switch
            {
                ChangeOutcome.Changed => Say($"{person.UserName} is {verb}d."),
                ChangeOutcome.LastAdministrator => await CommandError.WriteAsync($"{person.UserName} is the last administrator. Make somebody else one first."),
                _ => await CommandError.WriteAsync($"{person.UserName} could not be {verb}d."),
            }, cancellation));
        return command;
    }

    private static Command Reset()
    {
        var data = SharedOptions.Data();
        var name = UserName();
        var command = new Command("reset", "Make a link for somebody whose passkey, password or phone is lost. It works once, for a day.") { name, data };
        command.SetAction((parsed, cancellation) => WithPersonAsync(parsed.GetValue(data)!, parsed.GetValue(name)!, async (installation, person) =>
            Say(AddressOf(installation, await Links(installation).CreateAsync(By, LinkPurpose.Reset, person.Id, null, person.UserName, cancellation: cancellation))), cancellation));
        return command;
    }

    private static Command FirstAdministrator()
    {
        var data = SharedOptions.Data();
        var port = new Option<int?>("--port") { Description = "Where 'storyprint serve' listens on this machine: the link then begins with http://localhost:PORT instead of the public address." };
        var command = new Command("first-administrator", "Make a link whose opener becomes an administrator: for the first one, or where all have lost their credentials. It works once, for a day.") { data, port };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetValue(data)!, async installation =>
        {
            var token = await Links(installation).CreateAsync(By, LinkPurpose.FirstAdministrator, null, null, "first administrator", cancellation: cancellation);
            return Say(parsed.GetValue(port) is { } local ? FirstAdministratorLink.Local(local, token) : AddressOf(installation, token));
        }, cancellation));
        return command;
    }

    private static Argument<string> UserName() => new("name") { Description = "The name to sign in with: 'storyprint people list' shows it." };

    private static Task<int> WithPersonAsync(string data, string name, Func<Installation, Person, Task<int>> act, CancellationToken cancellation) => RunAsync(data, async installation =>
        await Directory(installation).FindByNameAsync(name, cancellation) is { } person ? await act(installation, person)
            : await CommandError.WriteAsync($"Nobody signs in as '{name}'. 'storyprint people list' lists everybody."), cancellation);

    private static Task<int> RunAsync(string data, Func<Installation, Task<int>> act, CancellationToken cancellation) => OpenPublication.RunAsync(data, async installation =>
    {
        await OpenPublication.PrepareForReadingAsync(installation, cancellation);
        return await act(installation);
    });

    private static string AddressOf(Installation installation, string token)
    {
        var origin = NewsroomOrigin.Public(installation.Publication);
        return origin.Address + origin.BasePath + JoinRoutes.PathOf(token);
    }

    private static int Say(string text)
    {
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{text}"));
        return 0;
    }

    private static ReleaseContext By => ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine);

    private static PersonDirectory Directory(Installation installation) => new(installation.Database, TimeProvider.System);

    private static OneTimeLinks Links(Installation installation) => new(installation.Database, TimeProvider.System);
}
