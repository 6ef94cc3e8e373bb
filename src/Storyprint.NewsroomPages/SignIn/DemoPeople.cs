using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.SignIn;

/// <summary>The three people of the demonstration's newsroom. They have no password and no passkey: only the demonstration's own sign-in page lets them in.</summary>
/// <param name="UserName">The name in the record.</param>
public sealed record DemoPerson(string UserName, string DisplayName, string Language, Role Role);

/// <summary>Those that exist.</summary>
public static class DemoPeople
{
    public static IReadOnlyList<DemoPerson> All { get; } =
    [
        new("mira", "Mira Hallam", "en", Role.Reporter),
        new("nasrin", "نسرین کاوه", "fa", Role.Reporter),
        new("tomas", "Tomas Reed", "en", Role.Editor),
        new("behrang", "بهرنگ راد", "fa", Role.Editor),
        new("june", "June Okafor", "en", Role.Administrator),
        new("shirin", "شیرین نیک", "fa", Role.Administrator),
    ];
}
