using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Stories.Codes;
using Storyprint.Web.Caching;
using Storyprint.Web.Limits;
using Storyprint.Web.Site;

namespace Storyprint.Web.Comments;

/// <summary>The route of a story's archived comments.</summary>
public static class CommentRoutes
{
    public static void MapComments(this IEndpointRouteBuilder routes) =>
        routes.MapReading(RequestClass.Page, "/news/{id}/comments", async (HttpContext context, string id, CommentsHandler comments, GoneOrNotFound missing) =>
            StoryCode.TryFromDigits(id, out var code) && await comments.RunAsync(code, context.RequestAborted) is { } page
                ? (IResult)page
                : await missing.RevisionPageAsync(StoryCode.TryFromDigits(id, out var asked) ? asked : default, context.RequestAborted)).CachePage();
}
