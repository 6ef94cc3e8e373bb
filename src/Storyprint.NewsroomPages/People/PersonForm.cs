using Storyprint.Mail.Smtp;
using Storyprint.NewsroomPages.Requests;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.People.Accounts;
using Storyprint.People.Links;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.People;

/// <summary>The form of a person, invited or changed.</summary>
public sealed record PersonForm
{
    public string DisplayName { get; init; } = string.Empty;

    public string? Email { get; init; }

    public required string Language { get; init; }

    public Role Role { get; init; } = Role.Reporter;

    /// <summary>Words of <see cref="Grant"/>s.</summary>
    public IReadOnlyList<string> Grants { get; init; } = [];

    public IReadOnlyList<string> Desks { get; init; } = [];

    public string? NameFault { get; init; }

    public string? EmailFault { get; init; }

    public string? RoleFault { get; init; }

    public bool IsFaulty => NameFault is not null || EmailFault is not null;

    public static PersonForm New(string language) => new() { Language = language };

    public static PersonForm Of(Person person) => new()
    {
        DisplayName = person.DisplayName,
        Email = person.Email,
        Language = person.Language,
        Role = person.Role,
        Grants = [.. person.Grants.Select(grant => grant.Word)],
        Desks = person.Desks,
    };

    public static PersonForm Read(NewsroomRequest request) => new()
    {
        DisplayName = request.Text("display-name"),
        Email = request.Text("email") is { Length: > 0 } mail ? mail : null,
        Language = NewsroomLanguages.All.FirstOrDefault(language => language == request.Text("language")) ?? request.Room.Language,
        Role = Enum.TryParse<Role>(request.Text("role"), ignoreCase: true, out var role) && Enum.IsDefined(role) ? role : Role.Reporter,
        Grants = [.. request.Form["grants"].OfType<string>().Where(word => Grant.TryParse(word, out _))],
        Desks = [.. request.Form["desks"].OfType<string>().Where(desk => desk.Length is > 0 and <= 64)],
        EmailFault = request.Text("email") is { Length: > 0 } address && !MailAddress.IsValid(address) ? request.Room.T("fault.email") : null,
        NameFault = SignInNames.FaultOfDisplayName(request.Text("display-name")) is { } fault ? request.Room.T($"fault.display-name.{JoinForm.Word(fault)}") : null,
    };

    public InvitationOffer ToOffer() => new() { Role = Role, Grants = Grants, Desks = Desks, DisplayName = DisplayName, Email = Email, Language = Language };

    public PersonChange ToChange() => new()
    {
        DisplayName = DisplayName,
        Email = Email,
        Language = Language,
        Role = Role,
        Grants = [.. Grants.Select(word => Grant.TryParse(word, out var grant) ? grant : null).OfType<Grant>()],
        Desks = Desks,
    };
}
