using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Pictures;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>Pictures that are dropped into a draft, pasted or chosen. They are stored as every other; readers see them once a text with them is released.</summary>
internal static class PictureUploadRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapLargePost(
        Access.SignedIn, "/stories/{code}/pictures", PictureStore.MaxSize + (1 << 20),
        request => DraftRequest.WithAsync(request, StoryVerb.Edit, TakeAsync, (status, key) => Task.FromResult(DraftAnswer.Problem(status, request.Room.T($"{key}.lead")))));

    private static async Task<IResult> TakeAsync(DraftRequest work)
    {
        var request = work.Request;
        if (request.Form.Files["file"] is not { Length: > 0 and <= PictureStore.MaxSize } file)
        {
            return DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.picture.none"));
        }

        return await TakenPicture.AddAsync(request, file) switch
        {
            PictureOutcome.Kept kept => await AnswerAsync(request, kept),
            PictureOutcome.Refused(var reason) => DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.picture.not-taken", reason)),
            _ => DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.picture.none")),
        };
    }

    /// <summary>A picture as a block of a draft names it, with the words that the library has for it.</summary>
    internal static async Task<IResult> AnswerAsync(NewsroomRequest request, PictureOutcome.Kept kept)
    {
        var picture = await request.Service<Stores>().Library.FindAsync(kept.Hash, request.Cancellation);
        return DraftAnswer.Json(StatusCodes.Status200OK, writer =>
        {
            if (picture is null)
            {
                writer.WriteString("file", $"{kept.Hash} {kept.Width}x{kept.Height}");
                writer.WriteString("address", $"/media/{kept.Hash}/{RenditionStore.Largest}.jpg");
            }
            else
            {
                PictureAnswer.Write(writer, request.Room, picture, RenditionStore.Largest);
            }
        });
    }
}
