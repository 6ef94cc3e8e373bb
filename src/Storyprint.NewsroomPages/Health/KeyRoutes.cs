using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Newsroom.Witnesses;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Provenance.Names;
using Storyprint.Storage;
using Storyprint.Storage.Log;
using Storyprint.Storage.Log.Witnesses;

namespace Storyprint.NewsroomPages.Health;

/// <summary>Keys and log in plain words: what is signed with what, where the log stands, what witnesses said last; rotating and revoking a key.</summary>
internal static class KeyRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.Administrators, "/keys", request => PageAsync(request));
        routes.MapPost(Access.Administrators.Confirmed, "/keys/{role}/rotate", request => ChangeAsync(request, "key-rotated", (rotation, role) => rotation.RotateAsync(role, isLost: false, request.By, request.Text("seen"))));
        routes.MapPost(Access.Administrators.Confirmed, "/keys/{role}/revoke", request => ChangeAsync(request, "key-revoked", (rotation, role) => rotation.RevokeAsync(role, request.By, request.Text("seen"))));
    }

    private static async Task<IResult> PageAsync(NewsroomRequest request, LogProblem? problem = null)
    {
        var stores = request.Service<Stores>();
        var head = await stores.Log.HeadAsync(request.Cancellation);
        var witnesses = new List<(string Name, long Seen)>();
        foreach (var witness in WitnessList.From(request.Room.Publication).Witnesses)
        {
            witnesses.Add((witness.Name, await stores.Log.LastCosignedAsync(witness.Key, head?.Size ?? 0, request.Cancellation)));
        }

        return await request.PageAsync<KeysPage>(
            problem is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, (nameof(KeysPage.Keys), await stores.Keys.ListAsync(request.Cancellation)), (nameof(KeysPage.Head), head),
            (nameof(KeysPage.Folder), request.Service<NewsroomParts>().KeyFolder), (nameof(KeysPage.Witnesses), witnesses), (nameof(KeysPage.Problem), problem));
    }

    // Never cancelled by the browser: a key that was changed is used from then on.
    private static async Task<IResult> ChangeAsync(NewsroomRequest request, string done, Func<KeyRotation, KeyRole, Task<(Provenance.Notes.VerifierKey? Key, LogProblem? Problem)>> change)
    {
        if (!KeyRole.TryParseWord(request.Route("role"), out var role))
        {
            return await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
        }

        var installation = request.Service<NewsroomParts>().Installation;
        using var client = new WitnessClient();
        var (key, problem) = await change(new KeyRotation(installation.Database, installation.Log, installation.Keys, request.Service<TimeProvider>(), installation.WitnessClock(client)), role);
        return key is null ? await PageAsync(request, problem) : request.GoTo("/keys", done);
    }
}
