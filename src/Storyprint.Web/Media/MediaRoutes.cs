using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Print.Marks;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Web.Caching;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.Media;

/// <summary>Everything that is no page: assets, renditions of pictures, marks.</summary>
public static class MediaRoutes
{
    internal const string ForEver = "public, max-age=31536000, immutable";

    public static void MapMedia(this IEndpointRouteBuilder routes)
    {
        routes.MapReading("/assets/{file}", (string file, PageAssets assets) =>
            assets.Has(file) ? (IResult)new AssetResult(assets, file) : TypedResults.NotFound());
        routes.MapReading("/media/{hash}/{width:int}.{extension}", RenditionAsync);
        routes.MapReading("/news/{id}/qr.svg", (HttpContext context, string id, StoryStore stories, GoneOrNotFound missing, Publication publication) =>
            MarkAsync(context, id, stories, missing, publication, mark => new PageResult(System.Text.Encoding.UTF8.GetBytes(mark.Svg()), "image/svg+xml"))).CachePage();
        routes.MapReading("/news/{id}/qr.png", (HttpContext context, string id, StoryStore stories, GoneOrNotFound missing, Publication publication) =>
            MarkAsync(context, id, stories, missing, publication, mark => new PageResult(mark.Png(16), "image/png"))).CachePage();
    }

    private static async Task<IResult> RenditionAsync(
        HttpContext context, string hash, int width, string extension, RenditionStore renditions)
    {
        RenditionFormat? form = extension switch { "webp" => RenditionFormat.WebP, "jpg" => RenditionFormat.Jpeg, _ => null };
        if (form is null || await renditions.FindAsync(hash, width, form.Value, context.RequestAborted) is not { } path)
        {
            return await renditions.IsWithdrawnAsync(hash, context.RequestAborted)
                ? TypedResults.Text("This picture was withdrawn with its story.\n", "text/plain; charset=utf-8", statusCode: StatusCodes.Status410Gone)
                : TypedResults.NotFound();
        }

        context.Response.Headers.CacheControl = ForEver;
        return TypedResults.PhysicalFile(path, form.Value.MediaType);
    }

    private static async Task<IResult> MarkAsync(
        HttpContext context, string id, StoryStore stories, GoneOrNotFound missing, Publication publication, Func<QrSymbol, PageResult> write)
    {
        var story = RevisionId.TryParse(id, out var revision) ? await stories.FindAsync(revision, context.RequestAborted)
            : StoryCode.TryFromDigits(id, out var code) ? await stories.FindAsync(code, context.RequestAborted)
            : null;
        return story is null ? await missing.FileAsync(id, context.RequestAborted) : write(LinkMark.Create(publication.PublicAddress, story.Id));
    }
}
