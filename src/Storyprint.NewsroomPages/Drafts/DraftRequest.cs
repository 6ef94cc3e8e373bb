using Microsoft.AspNetCore.Http;
using Storyprint.NewsroomPages.Requests;
using Storyprint.People.Desks;
using Storyprint.Storage;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>A request that does something with one draft, by somebody who may.</summary>
internal sealed record DraftRequest(NewsroomRequest Request, Draft Draft, StoryAtWork Story)
{
    // An editor asks every few seconds.
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(10);

    /// <summary>What the person may do with the draft now.</summary>
    public IReadOnlyList<StoryVerb> Allowed => WorkflowRule.Allowed(Request.Person.Id, Request.Person.Permissions, Story);

    /// <summary>Answers, or says that there is no such draft, or why the person may not.</summary>
    public static Task<IResult> WithAsync(NewsroomRequest request, StoryVerb verb, Func<DraftRequest, Task<IResult>> answer) =>
        WithAsync(request, verb, answer, (status, key) => request.MessageAsync(status, key));

    /// <param name="refuse">Says why not: a status, and the key of the sentence.</param>
    public static async Task<IResult> WithAsync(NewsroomRequest request, StoryVerb verb, Func<DraftRequest, Task<IResult>> answer, Func<int, string, Task<IResult>> refuse)
    {
        if (!StoryCode.TryFromDigits(request.Route("code"), out var code) || await request.Service<Stores>().Drafts.FindStandingAsync(code, request.Cancellation) is not { } draft)
        {
            return await refuse(StatusCodes.Status404NotFound, "refused.not-found");
        }

        var work = new DraftRequest(request, draft, StoryOf(request.Room.Publication, draft, await request.Service<StoryDesks>().OfAsync(code, request.Cancellation)));
        if (WorkflowRule.Decide(request.Person.Id, request.Person.Permissions, verb, work.Story) is { } refusal)
        {
            return await refuse(StatusCodes.Status403Forbidden, refusal is WorkflowRefusal.OtherDesk ? "refused.other-desk" : "refused.not-allowed");
        }

        // Whoever reads what is not to be known yet is recorded, whichever page shows it.
        if (DraftRoutes.EmbargoOf(request, draft) is { } until)
        {
            await request.Service<AuditStore>().AppendUnlessRecentAsync(request.By, AuditAct.EmbargoedDraftRead, draft.Code.Digits, Reading, until, request.Cancellation);
        }

        return await answer(work);
    }

    public Task<PageContext> PageAsync() => PageAsync(Request, Draft);

    public static Task<PageContext> PageAsync(NewsroomRequest request, Draft draft) =>
        request.Service<PageContextFactory>().CreateAsync(request.Room.Publication.EditionOrMain(draft.Edition), request.Cancellation);

    public IResult GoBack(string done) => Request.GoTo($"/stories/{Draft.Code}", done);

    private static StoryAtWork StoryOf(Publication publication, Draft draft, string? desk) => new()
    {
        State = draft.Status switch
        {
            StoryStatus.Draft => WorkState.Draft,
            StoryStatus.InReview => WorkState.InReview,
            StoryStatus.Approved => WorkState.Approved,
            StoryStatus.Scheduled => WorkState.Scheduled,
            StoryStatus.Published => draft.HasChanges ? WorkState.PublishedWithChanges : WorkState.Published,
            StoryStatus.Retracted => WorkState.Retracted,
            _ => WorkState.Withdrawn,
        },
        Section = draft.Section.Length > 0 ? Slug.From(draft.Section) : null,
        Desk = desk,
        NeedsFourEyes = publication.EditionOrMain(draft.Edition).Sections.Named(draft.Section)?.FourEyes == true,
    };
}
