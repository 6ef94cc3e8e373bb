using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Drafts.Editing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Library;
using Storyprint.Storage.Pictures;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>The library of pictures: looked through, chosen from in the editor, and added to.</summary>
internal static class PictureRoutes
{
    /// <summary>Pictures on a page.</summary>
    private const int Shown = 48;

    // A form without script brings all files at once.
    private const long MostAtOnce = 8 * PictureStore.MaxSize;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/pictures", ListAsync);
        routes.MapGet(Access.SignedIn, "/pictures/choose", ChooseAsync);
        routes.MapLargePost(Access.SignedIn, "/pictures", MostAtOnce, TakeAsync);
        PicturePageRoutes.Map(routes);
    }

    private static async Task<IResult> ListAsync(NewsroomRequest request)
    {
        var query = LibraryQuery.Read(request);
        var found = await request.Service<Stores>().Library.FindAsync(query.Filter, Shown + 1, request.Cancellation);
        return await request.PageAsync<LibraryPage>(
            (nameof(LibraryPage.Query), query), (nameof(LibraryPage.Pictures), (IReadOnlyList<LibraryPicture>)[.. found.Take(Shown)]), (nameof(LibraryPage.HasMore), found.Count > Shown));
    }

    private static async Task<IResult> ChooseAsync(NewsroomRequest request)
    {
        var found = await request.Service<Stores>().Library.FindAsync(LibraryQuery.Read(request).Filter, Shown + 1, request.Cancellation);
        return DraftAnswer.Json(StatusCodes.Status200OK, writer =>
        {
            writer.WriteStartArray("pictures");
            foreach (var picture in found.Take(Shown))
            {
                writer.WriteStartObject();
                PictureAnswer.Write(writer, request.Room, picture, RenditionStore.Widths[0]);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            writer.WriteBoolean("more", found.Count > Shown);
        });
    }

    // The script of the page sends one file after the other and asks for JSON; a form without it sends all, and gets the page.
    private static async Task<IResult> TakeAsync(NewsroomRequest request)
    {
        List<(string Name, PictureOutcome Outcome)> taken = [];
        foreach (var file in request.Form.Files.GetFiles("files"))
        {
            taken.Add((file.FileName, await TakenPicture.AddAsync(request, file)));
        }

        var refused = taken.Where(each => each.Outcome is PictureOutcome.Refused).Select(each => (each.Name, ((PictureOutcome.Refused)each.Outcome).Reason)).ToList();
        if (request.Context.Request.Headers.Accept.ToString().Contains("json", StringComparison.Ordinal))
        {
            return taken is [(_, PictureOutcome.Kept kept)] ? DraftAnswer.Json(StatusCodes.Status200OK, writer => writer.WriteString("page", request.Room.To($"/pictures/{kept.Hash}")))
                : DraftAnswer.Problem(StatusCodes.Status400BadRequest, refused is [var (_, reason), ..] ? request.Room.T("editor.picture.not-taken", reason) : request.Room.T("editor.picture.none"));
        }

        return refused.Count == 0 && taken is [(_, PictureOutcome.Kept alone)] ? request.GoTo($"/pictures/{alone.Hash}", "pictures-added")
            : refused.Count == 0 ? request.GoTo("/pictures", taken.Count > 0 ? "pictures-added" : "pictures-none")
            : await request.PageAsync<LibraryPage>(
                StatusCodes.Status400BadRequest,
                (nameof(LibraryPage.Query), LibraryQuery.Read(request)), (nameof(LibraryPage.Pictures), await request.Service<Stores>().Library.FindAsync(new LibraryFilter(), Shown, request.Cancellation)),
                (nameof(LibraryPage.Refused), (IReadOnlyList<(string, string)>)refused));
    }
}
