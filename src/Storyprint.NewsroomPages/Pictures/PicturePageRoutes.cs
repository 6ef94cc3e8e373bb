using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Drafts;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Library;
using Storyprint.Storage.Pictures;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Pictures;

/// <summary>One picture of the library: what is known of it, where it is used, and another in its place.</summary>
internal static class PicturePageRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/pictures/{hash}", request => WithAsync(request, picture => ShowAsync(request, picture)));
        routes.MapPost(Access.SignedIn, "/pictures/{hash}", request => WithAsync(request, picture => DescribeAsync(request, picture)));
        routes.MapLargePost(Access.SignedIn, "/pictures/{hash}/replace", PictureStore.MaxSize + (1 << 20), request => WithAsync(request, picture => ReplaceAsync(request, picture)));
    }

    private static async Task<IResult> WithAsync(NewsroomRequest request, Func<LibraryPicture, Task<IResult>> answer) =>
        await request.Service<Stores>().Library.FindAsync(request.Route("hash"), request.Cancellation) is { } picture ? await answer(picture) : await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");

    private static Task<IResult> ShowAsync(NewsroomRequest request, LibraryPicture picture) => ShowAsync(request, picture, PictureForm.Of(request.Room, picture), StatusCodes.Status200OK);

    private static async Task<IResult> ShowAsync(NewsroomRequest request, LibraryPicture picture, PictureForm form, int status, string? fault = null)
    {
        var library = request.Service<Stores>().Library;
        return await request.PageAsync<PicturePage>(
            status, (nameof(PicturePage.Picture), picture), (nameof(PicturePage.Form), form), (nameof(PicturePage.Uses), await library.UsesAsync(picture.Hash, request.Cancellation)),
            (nameof(PicturePage.Like), await library.LikeAsync(picture.Hash, request.Cancellation)), (nameof(PicturePage.Fault), fault));
    }

    private static async Task<IResult> DescribeAsync(NewsroomRequest request, LibraryPicture picture)
    {
        var form = PictureForm.Read(request);
        if (form.Words is not { } words)
        {
            return await ShowAsync(request, picture, form, StatusCodes.Status400BadRequest);
        }

        var library = request.Service<Stores>().Library;
        return await library.DescribeAsync(request.By, picture.Hash, form.Seen, words, request.Cancellation) ? request.GoTo($"/pictures/{picture.Hash}", "picture-described")
            : await ShowAsync(request, await library.FindAsync(picture.Hash, request.Cancellation) ?? picture, form with { Seen = null }, StatusCodes.Status409Conflict, request.Room.T("pictures.overtaken"));
    }

    // Each story gets it as a change of its draft, which is looked at and released as any other.
    private static async Task<IResult> ReplaceAsync(NewsroomRequest request, LibraryPicture picture)
    {
        var stores = request.Service<Stores>();
        var chosen = request.Form["story"].Select(text => StoryCode.TryFromDigits(text ?? string.Empty, out var code) ? code : (StoryCode?)null).OfType<StoryCode>().Distinct().Take(200).ToList();
        if (chosen.Count == 0)
        {
            return await RefuseAsync("pictures.replace.no-story");
        }

        if (request.Form.Files["file"] is not { } file || await TakenPicture.AddAsync(request, file) is not PictureOutcome.Kept kept)
        {
            return await RefuseAsync("editor.picture.none");
        }

        List<(StoryCode Code, string? Refusal)> results = [];
        foreach (var code in chosen)
        {
            results.Add((code, await ReplaceAsync(request, stores, code, picture.Hash, new PictureFile(kept.Hash, kept.Width, kept.Height))));
        }

        return await request.PageAsync<ReplacedPage>(
            (nameof(ReplacedPage.Before), picture), (nameof(ReplacedPage.After), await stores.Library.FindAsync(kept.Hash, request.Cancellation)), (nameof(ReplacedPage.Results), results),
            (nameof(ReplacedPage.Uses), await stores.Library.UsesAsync(picture.Hash, request.Cancellation)));

        Task<IResult> RefuseAsync(string key) => ShowAsync(request, picture, PictureForm.Of(request.Room, picture), StatusCodes.Status400BadRequest, request.Room.T(key));
    }

    /// <returns>Why not, as the key of a sentence; null where it was done.</returns>
    private static async Task<string?> ReplaceAsync(NewsroomRequest request, Stores stores, StoryCode code, string hash, PictureFile by)
    {
        if (await stores.Work.FindAsync(code, request.Cancellation) is not { } work)
        {
            return "refused.not-found";
        }

        if (WorkflowRule.Decide(request.Person.Id, request.Person.Permissions, StoryVerb.Edit, work.Story) is { } refusal)
        {
            return DraftRequest.KeyOf(refusal);
        }

        var outcome = await stores.DraftJournal.ChangeAsync(
            code, new DraftWriter(request.Person.Id, request.Person.DisplayName), DraftEditKind.Written, draft => PictureReplacement.In(draft, hash, by), request.Cancellation);
        return outcome is DraftOutcome.Merged ? null : "refused.not-found";
    }
}
