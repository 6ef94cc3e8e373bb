using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Print.Marks;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Media;

/// <summary>Routes of assets, renditions of pictures, and marks.</summary>
public static class MediaRoutes
{
    internal const string ForEver = "public, max-age=31536000, immutable";

    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapReading(RequestClass.InMemory, "/assets/{file}", (string file, PageAssets assets) =>
            assets.Has(file) ? (IResult)new AssetResult(assets, file) : TypedResults.NotFound());
        routes.MapReading(RequestClass.Picture, "/media/{hash}/{width:int}.{extension}", RenditionAsync);
        routes.MapReading(RequestClass.Picture, "/media/{hash}/original", OriginalAsync);
        routes.MapReading(RequestClass.Picture, "/media/{hash}/file/{name}", DocumentResult.FindAsync);
        routes.MapReading(RequestClass.Page, "/news/{id}/qr.svg", (HttpContext context, string id, StoryStore stories, GoneOrNotFound missing, CurrentPublication publication) =>
            MarkAsync(context, id, stories, missing, publication, mark => new PageResult(System.Text.Encoding.UTF8.GetBytes(mark.Svg()), "image/svg+xml"))).CachePage();
        routes.MapReading(RequestClass.Picture, "/news/{id}/qr.png", (HttpContext context, string id, StoryStore stories, GoneOrNotFound missing, CurrentPublication publication) =>
            MarkAsync(context, id, stories, missing, publication, mark => new PageResult(mark.Png(16), "image/png"))).CachePage();
    }

    private static async Task<IResult> RenditionAsync(
        HttpContext context, string hash, int width, string extension, RenditionStore renditions)
    {
        RenditionFormat? form = extension switch { "webp" => RenditionFormat.WebP, "jpg" => RenditionFormat.Jpeg, _ => null };
        try
        {
            if (form is null || await renditions.FindAsync(hash, width, form.Value, context.RequestAborted) is not { } path)
            {
                return await MissingAsync(context, hash, renditions);
            }

            context.Response.Headers.CacheControl = ForEver;
            return TypedResults.PhysicalFile(path, form.Value.MediaType);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            return MediaUnavailable.Of(context, hash, fault);
        }
    }

    // Whoever checks a publication holds its bytes against the hash that the sealed text names. They are nobody's to look at: they are sent as a file.
    private static async Task<IResult> OriginalAsync(HttpContext context, string hash, RenditionStore renditions, CurrentPublication publication)
    {
        if (!publication.Value.PublishesOriginals || await renditions.OpenOriginalAsync(hash, context.RequestAborted) is not { } original)
        {
            return await MissingAsync(context, hash, renditions);
        }

        context.Response.Headers.CacheControl = ForEver;
        if (original is FileStream file)
        {
            // By its name, so that many slow clients do not hold it in memory.
            await file.DisposeAsync();
            return TypedResults.PhysicalFile(file.Name, "application/octet-stream", fileDownloadName: hash);
        }

        return TypedResults.Stream(original, "application/octet-stream", fileDownloadName: hash);
    }

    internal static async Task<IResult> MissingAsync(HttpContext context, string hash, RenditionStore renditions) =>
        await renditions.IsWithdrawnAsync(hash, context.RequestAborted)
            ? TypedResults.Text("This picture was withdrawn with its story.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone)
            : TypedResults.NotFound();

    private static async Task<IResult> MarkAsync(
        HttpContext context, string id, StoryStore stories, GoneOrNotFound missing, CurrentPublication publication, Func<QrSymbol, PageResult> write)
    {
        var story = RevisionId.TryParse(id, out var revision) ? await stories.FindAsync(revision, context.RequestAborted)
            : StoryCode.TryFromDigits(id, out var code) ? await stories.FindAsync(code, context.RequestAborted)
            : null;
        return story is null ? await missing.FileAsync(id, context.RequestAborted) : write(LinkMark.Create(publication.Value.PublicAddress, story.Id));
    }
}
