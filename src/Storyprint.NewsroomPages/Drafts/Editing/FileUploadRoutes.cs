using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.Storage;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Editing;

/// <summary>Sounds, films and documents that are dropped into a draft, pasted or chosen. Readers can have them once a text with them is released.</summary>
internal static class FileUploadRoutes
{
    public static void Map(IEndpointRouteBuilder routes) => routes.MapLargePost(
        Access.SignedIn, "/stories/{code}/files", DocumentStore.MaxSize + (1 << 20),
        request => DraftRequest.WithAsync(request, StoryVerb.Edit, TakeAsync, (status, key) => Task.FromResult(DraftAnswer.Problem(status, request.Room.T($"{key}.lead")))));

    private static async Task<IResult> TakeAsync(DraftRequest work)
    {
        var request = work.Request;
        if (request.Form.Files["file"] is not { Length: > 0 and <= DocumentStore.MaxSize } file)
        {
            return DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.file.none"));
        }

        await using var stream = file.OpenReadStream();
        return await request.Service<Stores>().Documents.AddAsync(stream, file.FileName, request.Cancellation) switch
        {
            DocumentOutcome.Kept kept => DraftAnswer.Json(StatusCodes.Status200OK, writer =>
            {
                writer.WriteString("file", kept.File.ToString());
                writer.WriteString("kind", kept.Kind.IsFilm ? "video" : kept.Kind.IsPlayed ? "audio" : "document");
                writer.WriteString("title", Path.GetFileNameWithoutExtension(kept.Name).Replace('-', ' ').Replace('_', ' '));
            }),
            DocumentOutcome.Refused(var reason) => DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.file.not-taken", reason)),
            _ => DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T("editor.file.none")),
        };
    }
}
