using Storyprint.NewsroomPages.SignIn;
using Storyprint.Operations;
using Storyprint.People.Accounts;

namespace Storyprint.Commands;

/// <summary>The people of the demonstration's newsroom.</summary>
internal static class DemoNewsroom
{
    /// <summary>Makes those that are missing. They have neither passkey nor password.</summary>
    public static async Task CreateAsync(Installation installation, CancellationToken cancellation)
    {
        var people = new PersonDirectory(installation.Database, TimeProvider.System);
        foreach (var demo in DemoPeople.All)
        {
            await people.AddWithoutCredentialsAsync(new Person { UserName = demo.UserName, DisplayName = demo.DisplayName, Language = demo.Language, Role = demo.Role, CreatedAt = TimeProvider.System.GetUtcNow() }, cancellation);
        }
    }
}
