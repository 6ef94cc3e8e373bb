using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
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

        using var bytes = new MemoryStream((int)file.Length);
        await file.CopyToAsync(bytes, request.Cancellation);
        return await request.Service<Stores>().Pictures.AddAsync(bytes.ToArray(), request.Cancellation) switch
        {
            PictureOutcome.Kept kept => Answer(kept),
            PictureOutcome.Refused(var reason) => DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.picture.not-taken", reason)),
            _ => DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.picture.none")),
        };
    }

    /// <summary>A picture as a block of a draft names it.</summary>
    internal static IResult Answer(PictureOutcome.Kept picture) => DraftAnswer.Json(StatusCodes.Status200OK, writer =>
    {
        writer.WriteString("file", $"{picture.Hash} {picture.Width}x{picture.Height}");
        writer.WriteString("address", $"/media/{picture.Hash}/{RenditionStore.Largest}.jpg");
    });
}
