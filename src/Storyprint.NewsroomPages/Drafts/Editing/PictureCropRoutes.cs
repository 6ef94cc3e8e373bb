using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>Cuts a part out of a picture of the newsroom. It becomes a picture of its own; the block then names that one.</summary>
internal static class PictureCropRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapPost(
        Access.SignedIn, "/stories/{code}/pictures/crop",
        request => DraftRequest.WithAsync(request, StoryVerb.Edit, CropAsync, (status, key) => Task.FromResult(DraftAnswer.Problem(status, request.Room.T($"{key}.lead")))));

    private static async Task<IResult> CropAsync(DraftRequest work)
    {
        var (request, room) = (work.Request, work.Request.Room);
        if (await ReadAsync(request) is not { Hash: { } hash } wanted)
        {
            return Problem(room.T("editor.crop.unclear"));
        }

        var area = new PictureArea(wanted.X, wanted.Y, wanted.Width, wanted.Height);
        return await request.Service<Stores>().Pictures.CropAsync(hash, area, request.Cancellation) switch
        {
            CropOutcome.Cut(var picture) => await PictureUploadRoutes.AnswerAsync(request, picture),
            CropOutcome.NoPicture => Problem(room.T("editor.crop.no-picture")),
            CropOutcome.Outside(var width, var height) => Problem(room.T("editor.crop.outside", room.Dates.Number(width), room.Dates.Number(height))),
            CropOutcome.TooSmall => Problem(room.T("editor.crop.too-small", room.Dates.Number(PictureArea.MinSide))),
            CropOutcome.Refused(var reason) => Problem(room.T("editor.picture.not-taken", reason)),
            _ => Problem(room.T("editor.crop.unclear")),
        };
    }

    private static async Task<PictureToCrop?> ReadAsync(NewsroomRequest request)
    {
        try
        {
            return request.Context.Request.HasJsonContentType() ? await JsonSerializer.DeserializeAsync(request.Context.Request.Body, NewsroomJson.Default.PictureToCrop, request.Cancellation) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IResult Problem(string sentence) => DraftAnswer.Problem(StatusCodes.Status400BadRequest, sentence);
}

/// <summary>What an editor asks to be cut: the picture's hash, and the part in pixels of the upright original.</summary>
internal sealed record PictureToCrop(string? Hash, int X, int Y, int Width, int Height);
