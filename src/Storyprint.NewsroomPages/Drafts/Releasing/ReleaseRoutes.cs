using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Newsroom.Releases;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.People.Work;
using Storyprint.Storage;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Releasing;

/// <summary>The page that says what a release would do, and the verbs, each by a button of its own.</summary>
internal static class ReleaseRoutes
{
    private const int MaxNote = 2_000;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/stories/{code}/release", request => DraftRequest.WithAsync(request, StoryVerb.Read, work => ShowAsync(work)));
        routes.MapGet(Access.SignedIn, "/stories/{code}/released", request => DraftRequest.WithAsync(request, StoryVerb.Read, ReleasedAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/release/note", request => DraftRequest.WithAsync(request, StoryVerb.Edit, KeepNoteAsync));
        Map(routes, StoryVerb.Publish, Access.SignedIn, (work, verbs) => verbs.Publish(work.Request.Room.Publication).RunAsync(
            work.Request.By, work.Draft.Code, work.Request.Text("text"), work.Request.Cancellation));
        Map(routes, StoryVerb.Update, Access.SignedIn, (work, verbs) => verbs.Update.RunAsync(
            work.Request.By, work.Draft.Code, new ReleaseText.Draft(Expected(work), work.Request.Text("text")), work.Request.Text("note") is { Length: > 0 } note ? new ReleaseNote(note) : null, work.Request.Cancellation));
        Map(routes, StoryVerb.Correct, Access.SignedIn, (work, verbs) => verbs.Correct.RunAsync(
            work.Request.By, work.Draft.Code, work.Request.Text("text") is { Length: > 0 } text ? new ReleaseText.Draft(Expected(work), text) : new ReleaseText.AsPublished(Expected(work)), Words(work), work.Request.Cancellation));
        Map(routes, StoryVerb.CorrectNote, Access.SignedIn, (work, verbs) => verbs.CorrectNote.RunAsync(
            work.Request.By, work.Draft.Code, int.TryParse(work.Request.Text("position"), NumberStyles.None, CultureInfo.InvariantCulture, out var position) ? position : -1, Words(work), Expected(work),
            work.Request.Cancellation));
        Map(routes, StoryVerb.Retract, Access.SignedIn, (work, verbs) => verbs.Retract.RunAsync(
            work.Request.By, work.Draft.Code, work.Request.Text("reason"), Expected(work), work.Request.Cancellation));
        Map(routes, StoryVerb.Withdraw, Access.SignedIn.Confirmed, (work, verbs) => verbs.Withdraw.RunAsync(
            work.Request.By, work.Draft.Code, Enum.TryParse<WithdrawalReason>(work.Request.Text("reason"), ignoreCase: true, out var reason) && Enum.IsDefined(reason) ? reason : WithdrawalReason.Other, Expected(work),
            work.Request.Cancellation));
    }

    // The rules are asked under the write lock, by the store itself: what is checked here would be checked too early.
    private static void Map(IEndpointRouteBuilder routes, StoryVerb verb, Access access, Func<DraftRequest, ReleaseVerbs, Task<ReleaseOutcome>> release) => routes.MapPost(
        access, $"/stories/{{code}}/{verb.ToString().ToLowerInvariant()}", request => DraftRequest.WithAsync(request, StoryVerb.Read, async work =>
        {
            if (verb is StoryVerb.Update or StoryVerb.Correct or StoryVerb.CorrectNote && IsTooLong(Words(work)))
            {
                return work.GoBack("note-too-long");
            }

            return await release(work, request.Service<ReleaseVerbs>()) switch
            {
                ReleaseOutcome.Done { Revision.Content: null } => request.GoTo("/stories", "withdrawn"),
                ReleaseOutcome.Done => request.GoTo($"/stories/{work.Draft.Code}/released"),
                ReleaseOutcome.Refused(var refusals, _) => await ShowAsync(work, verb, refusals),
                ReleaseOutcome.NoDraft => await ShowAsync(work, verb, [verb == StoryVerb.Publish ? new ReleaseRefusal.AlreadyPublished() : new ReleaseRefusal.NothingChanged()]),
                ReleaseOutcome.NoSuchStory => await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found"),
                var outcome => await request.PageAsync<NotReleasedPage>(StatusCodes.Status503ServiceUnavailable, (nameof(NotReleasedPage.Draft), work.Draft), (nameof(NotReleasedPage.Outcome), outcome)),
            };
        }));

    private static RevisionNumber? Expected(DraftRequest work) =>
        int.TryParse(work.Request.Text("expected"), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0 ? new RevisionNumber(number) : null;

    private static NoteWords Words(DraftRequest work) => new()
    {
        Text = work.Request.Text("note"),
        Said = work.Request.Text("said"),
        Says = work.Request.Text("says"),
        FoundBy = work.Request.Text("found-by") is { Length: > 0 } found ? found : null,
    };

    private static bool IsTooLong(NoteWords words) => new[] { words.Text, words.Said, words.Says, words.FoundBy }.Any(text => text?.Length > MaxNote);

    private static async Task<IResult> KeepNoteAsync(DraftRequest work)
    {
        var words = Words(work);
        if (IsTooLong(words))
        {
            return work.Request.GoTo($"/stories/{work.Draft.Code}/release", "note-too-long");
        }

        await work.Request.Service<StoryMoves>().KeepNoteAsync(work.Work, words, work.Request.Cancellation);
        return work.Request.GoTo($"/stories/{work.Draft.Code}/release", "note-kept");
    }

    /// <param name="verb">What was tried, where something was refused.</param>
    private static async Task<IResult> ShowAsync(DraftRequest work, StoryVerb? verb = null, IReadOnlyList<ReleaseRefusal>? refused = null)
    {
        // What was refused may be so because of what came meanwhile: the page shows how it stands now.
        var request = work.Request;
        if (await request.Service<StoryWorkReader>().FindAsync(work.Draft.Code, request.Cancellation) is not { } now
            || await request.Service<ReleaseReviewReader>().ReadAsync(now, request.Person.Id, request.Cancellation) is not { } review)
        {
            return await request.MessageAsync(StatusCodes.Status404NotFound, "refused.not-found");
        }

        var words = verb is StoryVerb.Update or StoryVerb.Correct ? Words(work) : now.Note;
        return await request.PageAsync<ReleasePage>(
            refused is null ? StatusCodes.Status200OK : StatusCodes.Status409Conflict, (nameof(ReleasePage.Page), await work.PageAsync()), (nameof(ReleasePage.Work), now), (nameof(ReleasePage.Review), review),
            (nameof(ReleasePage.Note), words), (nameof(ReleasePage.Refused), refused ?? []), (nameof(ReleasePage.Tried), verb),
            (nameof(ReleasePage.Why), Enum.GetValues<StoryVerb>().ToDictionary(each => each, each => WorkflowRule.Decide(request.Person.Id, request.Person.Permissions, each, now.Story))));
    }

    private static async Task<IResult> ReleasedAsync(DraftRequest work)
    {
        var request = work.Request;
        if (await request.Service<Stores>().Stories.FindAsync(work.Draft.Code, request.Cancellation) is not { } story)
        {
            return work.GoBack("not-released");
        }

        var said = story.Content.Corrections is [{ Said: { Length: > 0 } words }, ..] ? words : null;
        return await request.PageAsync<ReleasedPage>(
            (nameof(ReleasedPage.Story), story), (nameof(ReleasedPage.Page), await work.PageAsync()),
            (nameof(ReleasedPage.Elsewhere), said is null ? [] : (await request.Service<ReleaseReviewReader>().ElsewhereAsync(said, request.Cancellation)).Where(entry => entry.Code != story.Code).ToList()),
            (nameof(ReleasedPage.Said), said), (nameof(ReleasedPage.Translations), await request.Service<Stores>().WorkList.TranslationsAsync(story.Code, request.Cancellation)));
    }
}
