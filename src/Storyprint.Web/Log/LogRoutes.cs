using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Served;
using Storyprint.Provenance.Tiles;
using Storyprint.Storage.Log;
using Storyprint.Stories.Canonical;
using Storyprint.Stories.Codes;
using Storyprint.Web.Limits;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Log;

/// <summary>Routes of the public log (C2SP tlog-tiles), and of what is needed to check a text against it.</summary>
public static class LogRoutes
{
    private const string Text = "text/plain; charset=utf-8";
    private const string Bytes = "application/octet-stream";
    private const string Json = "application/json; charset=utf-8";
    private const string ForEver = "public, max-age=31536000, immutable";

    // Everybody who follows the log polls the checkpoint: a cache may answer for a few seconds.
    private const string Briefly = "public, max-age=5, s-maxage=5";

    public static void MapLog(this IEndpointRouteBuilder routes)
    {
        routes.MapOpen($"/{PublishedFiles.Checkpoint}", async (context, log) =>
            await log.CheckpointAsync(context.RequestAborted) is { } checkpoint ? new PageResult(checkpoint.ToBytes(), Text) { CacheControl = Briefly } : null);
        routes.MapOpen($"/{PublishedFiles.LogPrefix}tile/{{**path}}", async (context, log) =>
            TilePath.TryParse($"tile/{context.Text("path")}", out var path) && await log.TileAsync(path, context.RequestAborted) is { } tile
                ? new PageResult(tile, Bytes) { CacheControl = ForEver }
                : null);
        routes.MapOpen($"/{PublishedFiles.LogPrefix}proof/{{id}}", async (context, log) =>
            RevisionId.TryParse(context.Text("id"), out var revision) && await log.ReceiptAsync(revision, context.RequestAborted) is { } receipt
                ? new PageResult(receipt.ToBytes(), Text) { CacheControl = Briefly }
                : null);
        routes.MapOpen("/api/v1/revisions/{id}", async (context, log) =>
            RevisionId.TryParse(context.Text("id"), out var revision) && await log.FindAsync(revision, context.RequestAborted) is { } logged
                ? new PageResult(DocumentOf(logged).ToBytes(), Json, logged.IsErased ? StatusCodes.Status410Gone : StatusCodes.Status200OK)
                : null);
        routes.MapOpen($"/{PublishedFiles.Keys}", async (context, _) =>
            new PageResult((await context.Service<KeyStore>().ListAsync(context.RequestAborted)).ToBytes(), Json) { CacheControl = Briefly });
        routes.MapOpen($"/{PublishedFiles.Interface}", async (context, _) =>
            new PageResult((await context.Service<InterfaceList>().ReadAsync(context.RequestAborted)).ToBytes(), Json) { CacheControl = Briefly });
        routes.MapOpen($"/{PublishedFiles.Policy}", async (context, _) =>
            await context.Service<LogPolicy>().ReadAsync(context.RequestAborted) is { } policy
                ? new PageResult(policy.ToBytes(), Text) { CacheControl = Briefly }
                : null);
    }

    /// <summary>What is served of a revision for verification.</summary>
    public static RevisionDocument DocumentOf(LoggedRevision logged)
    {
        if (!LogEntry.TryParse(logged.Entry, out var read, out var reason) || read is not RevisionEntry entry)
        {
            throw new InvalidDataException($"The log's entry {logged.Index} is not that of a revision: {reason}");
        }

        return logged is { Text: { } text, Salt: { } salt }
            ? RevisionDocument.Create(logged.Index, entry, new Salt(salt), CanonicalText.Create(text))
            : RevisionDocument.Erase(logged.Index, entry);
    }

    // Allows cross-origin requests: anybody may check the log from any site.
    private static void MapOpen(this IEndpointRouteBuilder routes, string pattern, Func<HttpContext, LogStore, Task<PageResult?>> answer) =>
        routes.MapReading(RequestClass.Page, pattern, async (HttpContext context, LogStore log) =>
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
