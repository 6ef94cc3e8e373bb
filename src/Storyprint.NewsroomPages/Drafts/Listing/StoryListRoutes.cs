using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Accounts;
using Storyprint.People.Desks;
using Storyprint.Storage;
using Storyprint.Storage.Work;

namespace Storyprint.NewsroomPages.Drafts.Listing;

/// <summary>The newsroom's stories, by how they stand and whose they are, and the lists that a person named.</summary>
internal static class StoryListRoutes
{
    private const int Shown = 50;

    private const int MaxName = 60;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories", ListAsync);
        routes.MapGet(Access.SignedIn, "/stories/mark", async request => Results.Text(await request.Service<Stores>().WorkList.MarkAsync(request.Cancellation)));
        routes.MapPost(Access.SignedIn, "/stories/views", SaveViewAsync);
        routes.MapPost(Access.SignedIn, "/stories/views/{id}/delete", async request =>
        {
            await request.Service<Stores>().SavedViews.DeleteAsync(request.Person.Id, request.Route("id"), request.Cancellation);
            return request.GoTo("/stories", "view-deleted");
        });
    }

    private static async Task<IResult> ListAsync(NewsroomRequest request)
    {
        var (stores, query) = (request.Service<Stores>(), StoryListQuery.Read(request));
        var entries = await stores.WorkList.FindAsync(query.Filter, Shown + 1, request.Cancellation);
        return await request.PageAsync<StoryListPage>(
            (nameof(StoryListPage.Query), query), (nameof(StoryListPage.Entries), (IReadOnlyList<WorkEntry>)[.. entries.Take(Shown)]), (nameof(StoryListPage.HasMore), entries.Count > Shown),
            (nameof(StoryListPage.Counts), await stores.WorkList.CountAsync(request.Cancellation)), (nameof(StoryListPage.Desks), await request.Service<DeskDirectory>().ListAsync(request.Cancellation)),
            (nameof(StoryListPage.People), await request.Service<PersonDirectory>().ListAsync(request.Cancellation)), (nameof(StoryListPage.Views), await stores.SavedViews.OfAsync(request.Person.Id, request.Cancellation)),
            (nameof(StoryListPage.Mark), await stores.WorkList.MarkAsync(request.Cancellation)));
    }

    private static async Task<IResult> SaveViewAsync(NewsroomRequest request)
    {
        var (name, query) = (request.Text("name"), StoryListQuery.Parse(request.Text("query"), request.Room));
        var kept = name.Length is > 0 and <= MaxName && SignInNames.FaultOfDisplayName(name) is null && await request.Service<Stores>().SavedViews.SaveAsync(request.Person.Id, name, query.Text, request.Cancellation);
        return request.GoTo($"/stories{query.Address}", kept ? "view-kept" : "view-not-kept");
    }
}
