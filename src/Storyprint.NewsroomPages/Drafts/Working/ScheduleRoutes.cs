using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Storyprint.Newsroom.Releases;
using Storyprint.NewsroomPages.Drafts.Releasing;
using Storyprint.NewsroomPages.Hosting;
using Storyprint.NewsroomPages.Requests;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Work;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Working;

/// <summary>The hours at which stories go out by themselves: given, moved, taken away, listed with what came of them.</summary>
internal static class ScheduleRoutes
{
    private const int ShownDone = 50;

    private const int ExplainedRefusals = 20;

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(Access.SignedIn, "/schedule", ListAsync);
        routes.MapPost(Access.SignedIn, "/stories/{code}/schedule", request => DraftRequest.WithAsync(request, StoryVerb.Schedule, SetAsync));
        routes.MapPost(Access.SignedIn, "/stories/{code}/unschedule", request => DraftRequest.WithAsync(request, StoryVerb.Unschedule, CancelAsync));
    }

    private static async Task<IResult> ListAsync(NewsroomRequest request)
    {
        var schedule = request.Service<ScheduleStore>();
        var refused = await schedule.RefusedOnesAsync(request.Cancellation);
        return await request.PageAsync<SchedulePage>(
            (nameof(SchedulePage.Waiting), await schedule.WaitingAsync(request.Cancellation)), (nameof(SchedulePage.Refused), refused), (nameof(SchedulePage.Reasons), await ReasonsAsync(request, refused)),
            (nameof(SchedulePage.Done), await schedule.DoneAsync(ShownDone, request.Cancellation)));
    }

    // As it stands now, in the person's language; what was noted at the hour is an English sentence.
    private static async Task<IReadOnlyDictionary<StoryCode, string>> ReasonsAsync(NewsroomRequest request, IReadOnlyList<RefusedSchedule> refused)
    {
        Dictionary<StoryCode, string> reasons = [];
        foreach (var story in refused.Take(ExplainedRefusals))
        {
            if (await request.Service<StoryWorkReader>().FindAsync(story.Code, request.Cancellation) is not { } work
                || await request.Service<ReleaseReviewReader>().ReadAsync(work, request.Person.Id, request.Cancellation) is not { } review)
            {
                continue;
            }

            var reason = string.Join(' ', review.Obstacles.Select(obstacle => RefusalText.Of(request.Room, obstacle)));
            if (reason.Length == 0 && review.Story.Draft?.ScheduledBy?.PersonId is { } scheduler && WorkflowRule.SecondPair(scheduler, work.Story) is { } why)
            {
                reason = RefusalText.Of(request.Room, why);
            }

            if (reason.Length > 0)
            {
                reasons[story.Code] = reason;
            }
        }

        return reasons;
    }

    private static async Task<IResult> SetAsync(DraftRequest work)
    {
        var (request, edition) = (work.Request, work.Request.Room.Publication.EditionOrMain(work.Draft.Edition));
        switch (ScheduledTime.Read(request.Text("at"), edition, request.Room.Now))
        {
            case ScheduledTime.At(var due):
                return await Verb(request).RunAsync(request.By, work.Draft.Code, due, request.Cancellation) switch
                {
                    ScheduleOutcome.Scheduled => work.GoBack("scheduled"),
                    ScheduleOutcome.Passed passed => await AskAgainAsync(work, request.Room.T("schedule.passed", request.Room.Moment(passed.At))),
                    ScheduleOutcome.NotPermitted(var why) => await AskAgainAsync(work, RefusalText.Of(request.Room, why)),
                    _ => await AskAgainAsync(work, request.Room.T("schedule.no-draft")),
                };
            case ScheduledTime.Unclear unclear:
                return await AskAgainAsync(work, request.Room.T(unclear.Key, [.. unclear.Values]));
            default:
                throw new InvalidOperationException("An hour is read or is unclear.");
        }
    }

    private static async Task<IResult> CancelAsync(DraftRequest work) =>
        work.GoBack(await Verb(work.Request).CancelAsync(work.Request.By, work.Draft.Code, work.Request.Cancellation) is null ? "unscheduled" : "unscheduled-not");

    private static Task<IResult> AskAgainAsync(DraftRequest work, string fault) => work.Request.PageAsync<AskHourPage>(
        StatusCodes.Status400BadRequest, (nameof(AskHourPage.Draft), work.Draft), (nameof(AskHourPage.Work), work.Work), (nameof(AskHourPage.Typed), work.Request.Text("at")), (nameof(AskHourPage.Fault), fault));

    private static ScheduleStory Verb(NewsroomRequest request) => new(request.Service<ScheduleStore>(), request.Service<TimeProvider>());
}
