using Microsoft.AspNetCore.DataProtection;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.SignIn;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>What somebody fills in who joins, and what is wrong with it.</summary>
public sealed record JoinForm
{
    public string UserName { get; init; } = string.Empty;

    public string DisplayName { get; init; } = string.Empty;

    public string? UserNameFault { get; init; }

    public string? DisplayNameFault { get; init; }

    public string? PasswordFault { get; init; }

    public string? CodeFault { get; init; }

    public string? PasskeyFault { get; init; }

    public bool HasFault => UserNameFault is not null || DisplayNameFault is not null || PasswordFault is not null || CodeFault is not null || PasskeyFault is not null;

    /// <summary>Whether the way with a password is open.</summary>
    public bool ByPassword => PasswordFault is not null || CodeFault is not null;

    /// <summary>Reads names, of which the faults that can be known without the database are told.</summary>
    public static JoinForm Read(NewsroomRequest request, Person? existing)
    {
        var form = existing is null
            ? new JoinForm { UserName = request.Text("user-name"), DisplayName = request.Text("display-name") }
            : new JoinForm { UserName = existing.UserName, DisplayName = existing.DisplayName };
        return existing is not null ? form : form with
        {
            UserNameFault = SignInNames.FaultOfUserName(form.UserName) is { } user ? request.Room.T($"fault.user-name.{Word(user)}") : null,
            DisplayNameFault = SignInNames.FaultOfDisplayName(form.DisplayName) is { } display ? request.Room.T($"fault.display-name.{Word(display)}") : null,
        };
    }

    /// <summary>The same with what is wrong with password and code; and the credentials, where nothing is.</summary>
    public (JoinForm Form, Credentials? Credentials) WithPassword(NewsroomRequest request)
    {
        var password = request.Form["password"].ToString();
        var key = AuthenticatorEnrolment.Read(request.Service<IDataProtectionProvider>(), request.Text("key"));
        var step = key is null ? null : Totp.StepOf(key, request.Text("code"), request.Room.Now);
        var form = this with
        {
            PasswordFault = PasswordRule.FaultOf(password, UserName, DisplayName) is { } fault ? request.Room.T($"fault.password.{Word(fault)}", PasswordRule.MinLength) : null,
            CodeFault = step is null ? request.Room.T("fault.code") : null,
        };
        return (form, form.HasFault ? null : new Credentials.PasswordAndCode(password, key!, step!.Value));
    }

    public Person ToPerson(string id, string language) => new() { Id = id, UserName = UserName, DisplayName = DisplayName, Language = language, Role = Role.Reporter };

    internal static string Word<T>(T fault)
        where T : struct, Enum => string.Concat(fault.ToString().Select((c, at) => char.IsUpper(c) ? (at > 0 ? "-" : string.Empty) + char.ToLowerInvariant(c) : c.ToString()));
}
