using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.People.Work;
using Storyprint.Storage;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Working;

/// <summary>Moves a story along: submits it, gives it back, approves it, hands it to somebody, puts it into a section.</summary>
internal static class WorkRoutes
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapPost(Access.SignedIn, "/stories/{code}/submit", request => DraftRequest.WithAsync(request, StoryVerb.Submit, work => MoveAsync(
            work, "submitted", (moves, note) => moves.SubmitAsync(request.By, request.Person, work.Draft.Code, note, request.Cancellation))));
        routes.MapPost(Access.SignedIn, "/stories/{code}/return", request => DraftRequest.WithAsync(request, StoryVerb.Return, work => MoveAsync(
            work, "returned", (moves, note) => moves.ReturnAsync(request.By, request.Person, work.Draft.Code, note, request.Cancellation))));
        routes.MapPost(Access.SignedIn, "/stories/{code}/approve", request => DraftRequest.WithAsync(request, StoryVerb.Approve, work => MoveAsync(
            work, "approved", (moves, note) => moves.ApproveAsync(request.By, request.Person, work.Draft.Code, request.Text("text"), note, request.Cancellation))));
        routes.MapPost(Access.SignedIn, "/stories/{code}/holder", request => DraftRequest.WithAsync(request, StoryVerb.HandOver, work => MoveAsync(
            work, "handed-to-person", (moves, note) => moves.HandToAsync(request.By, request.Person, work.Draft.Code, request.Text("person") is { Length: > 0 } person ? person : null, note, request.Cancellation))));
        routes.MapPost(Access.SignedIn, "/stories/{code}/section", request => DraftRequest.WithAsync(request, StoryVerb.Edit, SectionAsync));
    }

    private static async Task<IResult> MoveAsync(DraftRequest work, string done, Func<StoryMoves, string, Task<MoveOutcome>> move)
    {
        var note = work.Request.Text("note");
        if (note.Length > DraftCommentStore.MaxLength)
        {
            return work.GoBack("comment-empty");
        }

        return await move(work.Request.Service<StoryMoves>(), note) switch
        {
            MoveOutcome.Done => work.GoBack(done),
            MoveOutcome.Overtaken => work.GoBack("overtaken"),
            MoveOutcome.Refused(var why) => await work.Request.MessageAsync(StatusCodes.Status409Conflict, DraftRequest.KeyOf(why)),
            _ => await work.Request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found"),
        };
    }

    private static async Task<IResult> SectionAsync(DraftRequest work)
    {
        var (request, section) = (work.Request, work.Request.Text("section"));
        if (section.Length > 0 && request.Room.Publication.EditionOrMain(work.Draft.Edition).Sections.All(each => each.Slug != section))
        {
            return work.GoBack("section-not");
        }

        var outcome = await request.Service<Stores>().DraftJournal.ChangeAsync(
            work.Draft.Code, new DraftWriter(request.Person.Id, request.Person.DisplayName), DraftEditKind.Written,
            draft => draft with { Root = draft.Root with { Values = section.Length > 0 ? draft.Root.Values.With("section", section) : draft.Root.Values.Without("section") } }, request.Cancellation);
        return work.GoBack(outcome is DraftOutcome.Merged ? "section-set" : "section-not");
    }
}
