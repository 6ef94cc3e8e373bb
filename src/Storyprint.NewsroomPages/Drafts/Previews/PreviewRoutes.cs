using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Drafts;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Web.Serving;
using Storyprint.Web.Site;

namespace Storyprint.NewsroomPages.Drafts.Previews;

/// <summary>A draft as readers would see it: as a page, on a phone, on paper, as an item of a feed, as a card on social pages.</summary>
internal static class PreviewRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories/{code}/preview", request => DraftRequest.WithAsync(request, StoryVerb.Read, async work => await request.PageAsync<PreviewPage>(
            (nameof(PreviewPage.Draft), WithNote(work)), (nameof(PreviewPage.Page), await work.PageAsync()), (nameof(PreviewPage.Note), NoteOf(work)?.Text))));
        routes.MapGet(Access.SignedIn, "/stories/{code}/preview/page", request => DraftRequest.WithAsync(request, StoryVerb.Read, async work =>
            Framed(request, await request.Service<StoryPreview>().PageAsync(WithNote(work), request.Cancellation))));
        routes.MapGet(Access.SignedIn, "/stories/{code}/preview/print", request => DraftRequest.WithAsync(request, StoryVerb.Read, async work =>
            Framed(request, await request.Service<StoryPreview>().PrintAsync(WithNote(work), request.Cancellation))));
        routes.MapGet(Access.SignedIn, "/stories/{code}/preview/item", request => DraftRequest.WithAsync(request, StoryVerb.Read, PartAsync<FeedItemPage>));
        routes.MapGet(Access.SignedIn, "/stories/{code}/preview/card", request => DraftRequest.WithAsync(request, StoryVerb.Read, PartAsync<SocialCardPage>));
        routes.MapGet(Access.SignedIn, "/stories/{code}/preview/card.png", request => DraftRequest.WithAsync(request, StoryVerb.Read, async work =>
            Results.Bytes(await request.Service<StoryPreview>().SocialImageAsync(work.Draft, request.Cancellation), "image/png")));
    }

    // The words that are kept for the next release, where the address asks for them.
    private static NoteWords? NoteOf(DraftRequest work) => work.Request.Query("with") == "note" ? work.Work.Note : null;

    private static Draft WithNote(DraftRequest work) => NoteOf(work) is not { } note ? work.Draft
        : work.Draft with { Content = work.Draft.Content with { Corrections = [note.NoteAt(work.Request.Room.Now), .. work.Draft.Content.Corrections] } };

    // A page of the newsroom's own that shows a draft in a frame.
    private static async Task<IResult> PartAsync<TPage>(DraftRequest work)
        where TPage : IComponent
    {
        var page = await work.Request.PageAsync<TPage>((nameof(FeedItemPage.Draft), work.Draft), (nameof(FeedItemPage.Page), await work.PageAsync()));
        NewsroomSecurityHeaders.AllowFrame(work.Request.Context.Response.Headers);
        return page;
    }

    // For a frame of the preview only.
    private static IResult Framed(NewsroomRequest request, PageResult page)
    {
        NewsroomSecurityHeaders.AllowFrame(request.Context.Response.Headers, page.Policy);
        return new NewsroomPageResult(page.Body, StatusCodes.Status200OK);
    }
}
