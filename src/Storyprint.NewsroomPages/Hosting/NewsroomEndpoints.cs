using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Requests;

namespace Storyprint.NewsroomPages.Hosting;

/// <summary>Maps the routes of the newsroom, each with who may use it.</summary>
internal static class NewsroomEndpoints
{
    public static void MapGet(this IEndpointRouteBuilder routes, Access access, string pattern, Func<NewsroomRequest, Task<IResult>> handle) =>
        routes.MapMethods(pattern, [HttpMethods.Get, HttpMethods.Head], context => AnswerAsync(context, handle)).WithMetadata(access);

    /// <summary>Maps a form's target. Its token is checked before the handler sees it.</summary>
    public static void MapPost(this IEndpointRouteBuilder routes, Access access, string pattern, Func<NewsroomRequest, Task<IResult>> handle) =>
        routes.MapMethods(pattern, [HttpMethods.Post], context => AnswerAsync(context, handle)).WithMetadata(access);

    /// <summary>Maps the target of a form that carries files.</summary>
    public static void MapLargePost(this IEndpointRouteBuilder routes, Access access, string pattern, long mostBytes, Func<NewsroomRequest, Task<IResult>> handle) =>
        routes.MapMethods(pattern, [HttpMethods.Post], context => AnswerAsync(context, handle)).WithMetadata(access, new LargeForm(mostBytes));

    private static async Task AnswerAsync(HttpContext context, Func<NewsroomRequest, Task<IResult>> handle)
    {
        var request = await NewsroomRequest.CreateAsync(context);
        var answer = await handle(request);
        await answer.ExecuteAsync(context);
    }
}
