using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Drafts.Editing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Notices;
using Storyprint.Storage;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Drafts.Anchors;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Comments;

/// <summary>Comments beside drafts, answers to them and notes to oneself: in the page of a draft, in its editor, and those of all stories in one list.</summary>
internal static class CommentRoutes
{
    private const int Shown = 200;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/comments", ListAsync);
        routes.MapGet(Access.SignedIn, "/stories/{code}/comments", request => DraftRequest.WithAsync(request, StoryVerb.Read, OfStoryAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/comments", request => DraftRequest.WithAsync(request, StoryVerb.Comment, AddAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/comments/{id}/done", request => DraftRequest.WithAsync(request, StoryVerb.Comment, work => DoneAsync(work, isDone: true)));
        routes.MapPost(Access.SignedIn, "/stories/{code}/comments/{id}/open", request => DraftRequest.WithAsync(request, StoryVerb.Comment, work => DoneAsync(work, isDone: false)));
    }

    private static async Task<IResult> ListAsync(NewsroomRequest request) => await request.PageAsync<CommentsPage>((nameof(CommentsPage.Comments),
        await request.Service<Stores>().DraftComments.OpenOnesAsync(request.Person.Id, [.. request.Person.Permissions.Desks], Shown, request.Cancellation)));

    // With the place of their words as the draft stands now.
    private static async Task<IResult> OfStoryAsync(DraftRequest work)
    {
        var stores = work.Request.Service<Stores>();
        var draft = await stores.DraftJournal.OpenAsync(work.Draft.Code, work.Request.Cancellation) is DraftOpening.Opened(var state) ? state.Draft : null;
        var comments = await stores.DraftComments.OfAsync(work.Draft.Code, work.Request.Person.Id, work.Request.Cancellation);
        return Results.Json([.. comments.Select(comment =>
        {
            var place = draft is null ? null : comment.Anchor is { } anchor ? anchor.Find(draft) : TextAnchor.First(draft, comment.Quote);
            return new CommentAnswer(
                comment.Id, comment.Author, comment.Text, comment.Quote, comment.Quote.Length == 0 ? null : place is not null, place?.Block.Value, place?.Text, place?.Offset,
                work.Request.Room.Dates.Moment(comment.CreatedAt), comment.DoneAt is not null, comment.AnswerTo, comment.IsPrivate);
        })], NewsroomJson.Default.CommentAnswerArray);
    }

    private static async Task<IResult> AddAsync(DraftRequest work)
    {
        var request = work.Request;
        if (CommentForm.Read(request) is not { } comment)
        {
            return Back(work, "comment-empty");
        }

        var added = await request.Service<Stores>().DraftComments.AddAsync(
            work.Draft.Code, comment with { PersonId = request.Person.Id, Author = request.Person.DisplayName },
            comment.IsPrivate ? null : (transaction, story) => NoticeTrail.AppendAsync(
                transaction, request.Service<TimeProvider>(), NoticeKind.Comment, story, request.Person.DisplayName, request.Person.Id, request.Cancellation), request.Cancellation);
        return Back(work, added ? "commented" : "comment-empty");
    }

    private static async Task<IResult> DoneAsync(DraftRequest work, bool isDone) => Back(work, await work.Request.Service<Stores>().DraftComments.SetDoneAsync(
        work.Draft.Code, work.Request.Route("id"), work.Request.Person.Id, work.Request.Person.DisplayName, isDone, work.Request.Cancellation) ? isDone ? "comment-done" : "comment-open" : "comment-gone");

    // An editor stays where it is.
    private static IResult Back(DraftRequest work, string done)
    {
        var request = work.Request;
        return request.Context.Request.Headers.Accept.ToString().StartsWith("application/json", StringComparison.Ordinal)
            ? done is "comment-empty" or "comment-gone" ? DraftAnswer.Problem(StatusCodes.Status400BadRequest, request.Room.T($"done.{done}")) : Results.NoContent()
            : request.Text("from") == "list" ? request.GoTo("/comments", done) : work.GoBack(done);
    }
}

/// <param name="Found">Whether its words stand in the draft; null for a comment on the whole.</param>
/// <param name="Name">The name of the text in the block.</param>
internal sealed record CommentAnswer(
    string Id, string Author, string Text, string Quote, bool? Found, string? Block, string? Name, int? Offset, string At, bool IsDone, string? AnswerTo, bool IsPrivate);
