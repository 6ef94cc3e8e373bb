using Microsoft.AspNetCore.Http;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage;
using Storyprint.Storage.Audit;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Workflow;
using Storyprint.Web.Rendering;

namespace Storyprint.NewsroomPages.Drafts;

/// <summary>A request that does something with one draft, by somebody who may.</summary>
internal sealed record DraftRequest(NewsroomRequest Request, Draft Draft, StoryWork Work)
{
    // An editor asks every few seconds.
    private static readonly TimeSpan Reading = TimeSpan.FromMinutes(10);

    public StoryAtWork Story => Work.Story;

    /// <summary>What the person may do with the draft now.</summary>
    public IReadOnlyList<StoryVerb> Allowed => WorkflowRule.Allowed(Request.Person.Id, Request.Person.Permissions, Story);

    /// <summary>Answers, or says that there is no such draft, or why the person may not.</summary>
    public static Task<IResult> WithAsync(NewsroomRequest request, StoryVerb verb, Func<DraftRequest, Task<IResult>> answer) =>
        WithAsync(request, verb, answer, (status, key) => request.MessageAsync(status, key));

    /// <param name="refuse">Says why not: a status, and the key of the sentence.</param>
    public static async Task<IResult> WithAsync(NewsroomRequest request, StoryVerb verb, Func<DraftRequest, Task<IResult>> answer, Func<int, string, Task<IResult>> refuse)
    {
        var stores = request.Service<Stores>();
        if (!StoryCode.TryFromDigits(request.Route("code"), out var code) || await stores.Drafts.FindStandingAsync(code, request.Cancellation) is not { } draft
            || await stores.Work.FindAsync(code, request.Cancellation) is not { } found)
        {
            return await refuse(StatusCodes.Status404NotFound, "refused.not-found");
        }

        var work = new DraftRequest(request, draft, found);
        if (WorkflowRule.Decide(request.Person.Id, request.Person.Permissions, verb, work.Story) is { } refusal)
        {
            return await refuse(refusal is WorkflowRefusal.WrongState ? StatusCodes.Status409Conflict : StatusCodes.Status403Forbidden, KeyOf(refusal));
        }

        // Whoever reads what is not to be known yet is recorded, whichever page shows it.
        if (DraftRoutes.EmbargoOf(request, draft) is { } until)
        {
            await request.Service<AuditStore>().AppendUnlessRecentAsync(request.By, AuditAct.EmbargoedDraftRead, draft.Code.Digits, Reading, until, request.Cancellation);
        }

        return await answer(work);
    }

    /// <summary>The key of the page that says why somebody may not do something, and what to do.</summary>
    public static string KeyOf(WorkflowRefusal refusal) => refusal switch
    {
        WorkflowRefusal.OtherDesk => "refused.other-desk",
        WorkflowRefusal.FourEyes => "refused.four-eyes",
        WorkflowRefusal.WrongState => "refused.wrong-state",
        WorkflowRefusal.NotAllowed(StoryVerb.Edit) => "refused.approved",
        _ => "refused.not-allowed",
    };

    public Task<PageContext> PageAsync() => PageAsync(Request, Draft);

    public static Task<PageContext> PageAsync(NewsroomRequest request, Draft draft) =>
        request.Service<PageContextFactory>().CreateAsync(request.Room.Publication.EditionOrMain(draft.Edition), request.Cancellation);

    public IResult GoBack(string done) => Request.GoTo($"/stories/{Draft.Code}", done);
}
