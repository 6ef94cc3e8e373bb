using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;
using Storyprint.Storage.Log;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Log;

/// <summary>The log as everybody may read it (C2SP tlog-tiles), and what is needed to check a text against it.</summary>
public static class LogRoutes
{
    private const string Text = "text/plain; charset=utf-8";
    private const string Bytes = "application/octet-stream";
    private const string Json = "application/json; charset=utf-8";
    private const string ForEver = "public, max-age=31536000, immutable";

    // A checkpoint is asked for by everybody who follows the log: a cache may answer for a few seconds.
    private const string Briefly = "public, max-age=5, s-maxage=5";

    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen($"/{PublishedTree.Checkpoint}", async (context, log) =>
            await log.CheckpointAsync(context.RequestAborted) is { } checkpoint ? new PageAnswer(checkpoint.ToBytes(), Text) { CacheControl = Briefly } : null);
        routes.MapOpen($"/{PublishedTree.LogPrefix}tile/{{**path}}", async (context, log) =>
            TilePath.TryParse($"tile/{context.Text("path")}", out var path) && await log.TileAsync(path, context.RequestAborted) is { } tile
                ? new PageAnswer(tile, Bytes) { CacheControl = ForEver }
                : null);
        routes.MapOpen($"/{PublishedTree.LogPrefix}proof/{{id}}", async (context, log) =>
            RevisionId.TryParse(context.Text("id"), out var revision) && await log.ReceiptAsync(revision, context.RequestAborted) is { } receipt
                ? new PageAnswer(receipt.ToBytes(), Text) { CacheControl = Briefly }
                : null);
        routes.MapOpen("/api/v1/revisions/{id}", async (context, log) =>
            RevisionId.TryParse(context.Text("id"), out var revision) && await log.FindAsync(revision, context.RequestAborted) is { } logged
                ? new PageAnswer(DocumentOf(logged).ToBytes(), Json, logged.IsErased ? StatusCodes.Status410Gone : StatusCodes.Status200OK)
                : null);
        routes.MapOpen($"/{PublishedTree.Keys}", async (context, _) =>
            new PageAnswer((await context.Service<KeyStore>().ListAsync(context.RequestAborted)).ToBytes(), Json) { CacheControl = Briefly });
        routes.MapOpen($"/{PublishedTree.Policy}", async (context, _) =>
            await context.Service<LogPolicy>().ReadAsync(context.RequestAborted) is { } policy
                ? new PageAnswer(policy.ToBytes(), Text) { CacheControl = Briefly }
                : null);
    }

    /// <summary>What is served of a revision for whoever checks it.</summary>
    public static RevisionDocument DocumentOf(LoggedRevision logged)
    {
        if (!LogEntry.TryParse(logged.Entry, out var read, out var reason) || read is not RevisionEntry entry)
        {
            throw new InvalidDataException($"The log's entry {logged.Index} is not that of a revision: {reason}");
        }

        return logged is { Content: { } content, Salt: { } salt }
            ? RevisionDocument.Of(logged.Index, entry, new Salt(salt), CanonicalText.Of(content))
            : RevisionDocument.Erase(logged.Index, entry);
    }

    // Open to pages of other sites: whoever checks the log need not ask us for leave.
    private static void MapOpen(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, LogStore, Task<PageAnswer?>> answer) =>
        routes.MapReading(pattern, async (HttpContext context, LogStore log) =>
        {
            context.Response.Headers.AccessControlAllowOrigin = "*";
            context.Response.Headers["Cross-Origin-Resource-Policy"] = "cross-origin";
            if (await answer(context, log) is { } found)
            {
                return found;
            }

            context.Response.Headers.CacheControl = "no-store";
            return (IResult)TypedResults.NotFound();
        });
}
