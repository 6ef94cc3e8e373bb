using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.Web.SocialImages;

/// <summary>The route of social images, for stories without a picture of their own.</summary>
public static class SocialImageRoutes
{
    public static void MapSocialImages(this IEndpointRouteBuilder routes) =>
        routes.MapReading(RequestClass.Picture, "/news/{id}/card.png", async (HttpContext context, string id, SocialImageHandler images, GoneOrNotFound missing) =>
            StoryCode.TryFromDigits(id, out var code) && await images.RunAsync(code, context.RequestAborted) is { } card
                ? (IResult)new PageResult(card, "image/png")
                : await missing.FileAsync(id, context.RequestAborted)).CachePage();
}
