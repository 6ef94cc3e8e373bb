using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.SignIn;
using Storyprint.Operations;
using Storyprint.People.Accounts;
using Storyprint.People.Links;
using Storyprint.Storage.Releases;

namespace Storyprint.Serving;

/// <summary>The link that makes whoever opens it the first administrator: printed by a server whose newsroom has none.</summary>
internal static class FirstAdministratorLink
{
    /// <summary>The address on this machine. Passkeys are bound to a name, so that it is never a number.</summary>
    public static string Local(int port, string token) => $"http://localhost:{port}{NewsroomOrigin.SharedPath}{JoinRoutes.PathOf(token)}";

    /// <summary>Makes the link where nobody can administer the newsroom; null where somebody can. Links that were printed before stop working.</summary>
    public static async Task<string?> CreateWhereNeededAsync(Installation installation, int port, CancellationToken cancellation)
    {
        if (await new PersonDirectory(installation.Database, TimeProvider.System).HasCredentialsOfAdministratorAsync(cancellation))
        {
            return null;
        }

        var links = new OneTimeLinks(installation.Database, TimeProvider.System);
        return Local(port, await links.CreateAsync(
            ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), LinkPurpose.FirstAdministrator, null, null, "first administrator", cancellation: cancellation));
    }
}
