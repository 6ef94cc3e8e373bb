using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.Storage;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.History;

/// <summary>The history of a draft: who changed what when, any two states beside each other, and the way back to each.</summary>
internal static class HistoryRoutes
{
    private const int MaxName = 80;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories/{code}/history", request => DraftRequest.WithAsync(request, StoryVerb.Read, ShowAsync));
        routes.MapGet(Access.SignedIn, "/stories/{code}/history/compare", request => DraftRequest.WithAsync(request, StoryVerb.Read, CompareAsync));
        routes.MapGet(Access.SignedIn, "/stories/{code}/authors", request => DraftRequest.WithAsync(request, StoryVerb.Read, AuthorsAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/history/{version}/name", request => DraftRequest.WithAsync(request, StoryVerb.Edit, NameAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/history/{version}/restore", request => DraftRequest.WithAsync(request, StoryVerb.Edit, RestoreAsync));
    }

    private static async Task<IResult> ShowAsync(DraftRequest work) => await work.Request.PageAsync<HistoryPage>(
        (nameof(HistoryPage.Draft), work.Draft), (nameof(HistoryPage.MayEdit), work.Allowed.Contains(StoryVerb.Edit)),
        (nameof(HistoryPage.Groups), HistoryGroup.Of(await Journal(work).HistoryAsync(work.Draft.Code, work.Request.Cancellation))));

    private static async Task<IResult> CompareAsync(DraftRequest work)
    {
        if (await StateAsync(work, work.Request.Query("from")) is not { } before || await StateAsync(work, work.Request.Query("to")) is not { } after)
        {
            return await work.Request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
        }

        var (old, now) = (DraftContent.Preview(before), DraftContent.Preview(after));
        return await work.Request.PageAsync<HistoryComparePage>(
            (nameof(HistoryComparePage.Draft), work.Draft), (nameof(HistoryComparePage.Page), await work.PageAsync()), (nameof(HistoryComparePage.Before), old), (nameof(HistoryComparePage.After), now));
    }

    private static async Task<IResult> AuthorsAsync(DraftRequest work)
    {
        var (state, authorship) = await AuthorshipReader.ReadAsync(Journal(work), work.Draft.Code, work.Request.Cancellation);
        return state is null || authorship is null
            ? work.Request.GoTo($"/stories/{work.Draft.Code}/history")
            : await work.Request.PageAsync<AuthorsPage>((nameof(AuthorsPage.Draft), work.Draft), (nameof(AuthorsPage.State), state), (nameof(AuthorsPage.Authors), authorship));
    }

    private static async Task<IResult> NameAsync(DraftRequest work)
    {
        var name = work.Request.Text("name");
        return Version(work.Request.Route("version")) is { } version && name.Length <= MaxName
            && await Journal(work).NameAsync(work.Draft.Code, version, name.Length == 0 ? null : name, work.Request.Cancellation)
            ? Back(work, "state-named")
            : Back(work, "state-unknown");
    }

    // A further state with the old text: nothing of the history is taken away, and what others write meanwhile is merged with it.
    private static async Task<IResult> RestoreAsync(DraftRequest work)
    {
        var (request, journal) = (work.Request, Journal(work));
        if (await StateAsync(work, request.Route("version")) is not { } old)
        {
            return Back(work, "state-unknown");
        }

        var outcome = await journal.ChangeAsync(work.Draft.Code, new DraftWriter(request.Person.Id, request.Person.DisplayName), DraftEditKind.Restored, _ => old, request.Cancellation);
        return Back(work, outcome is DraftOutcome.Merged ? "state-restored" : "state-unknown");
    }

    private static async Task<StoryDraft?> StateAsync(DraftRequest work, string version) =>
        Version(version) is { } number ? await Journal(work).AtAsync(work.Draft.Code, number, work.Request.Cancellation) : null;

    private static long? Version(string text) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? version : null;

    private static DraftJournal Journal(DraftRequest work) => work.Request.Service<Stores>().DraftJournal;

    private static IResult Back(DraftRequest work, string done) => work.Request.GoTo($"/stories/{work.Draft.Code}/history", done);
}
