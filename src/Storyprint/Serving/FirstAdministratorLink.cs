using System.Data.Common;
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

    /// <summary>Tells the link where nobody can administer the newsroom; readers are served also where it cannot be made.</summary>
    /// <param name="console">Never a log: whoever reads collected logs must not become an administrator.</param>
    public static async Task TellAsync(Installation installation, int port, TextWriter console, CancellationToken cancellation)
    {
        try
        {
            if (await CreateWhereNeededAsync(installation, port, cancellation) is { } link)
            {
                await console.WriteLineAsync(installation.Publication.IsDemo
                    ? "Ready people can be chosen where one signs in, on this machine only. Whoever opens this link, once and within a day, becomes an administrator who can sign in from elsewhere:"
                    : "Nobody can administer the newsroom yet. Whoever opens this link, once and within a day, becomes its first administrator:");
                await console.WriteLineAsync($"  {link}");
            }
        }
        catch (DbException fault)
        {
            await console.WriteLineAsync($"Nobody can administer the newsroom yet, and no link for its first administrator could be made: {installation.Database.Problem(fault) ?? fault.Message}");
        }
    }

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
