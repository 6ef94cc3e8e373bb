namespace Storyprint.Stories.Workflow;

/// <summary>Who may do what with a story in which state: the one place where that is decided.</summary>
public static class WorkflowRule
{
    /// <returns>Null where it is allowed, or why it is not.</returns>
    public static WorkflowRefusal? Decide(string person, Permissions permissions, StoryVerb verb, StoryAtWork story)
    {
        if (!IsPossible(verb, story))
        {
            return new WorkflowRefusal.WrongState(verb, story.State);
        }

        if (!permissions.IsOnDesk(story.Desk) && !permissions.MayApprove(story.Section, story.Desk))
        {
            return verb == StoryVerb.Read ? null : new WorkflowRefusal.OtherDesk(story.Desk!);
        }

        if (!IsFor(person, permissions, verb, story))
        {
            return new WorkflowRefusal.NotAllowed(verb);
        }

        return Releases(verb) && story.NeedsFourEyes && LacksSecondPair(person, verb, story) ? new WorkflowRefusal.FourEyes() : null;
    }

    /// <summary>The verbs that somebody may use on a story now, in the order of their work.</summary>
    public static IReadOnlyList<StoryVerb> Allowed(string person, Permissions permissions, StoryAtWork story) =>
        [.. Enum.GetValues<StoryVerb>().Where(verb => Decide(person, permissions, verb, story) is null)];

    /// <summary>Whether a release that somebody decided on earlier still has its second pair of eyes, as when its hour comes.</summary>
    /// <returns>Null where it has, or needs none.</returns>
    public static WorkflowRefusal? SecondPair(string person, StoryAtWork story) =>
        story.NeedsFourEyes && LacksSecondPair(person, StoryVerb.Publish, story) ? new WorkflowRefusal.FourEyes() : null;

    private static bool IsPossible(StoryVerb verb, StoryAtWork story) => IsPossible(verb, story.State) || (verb == StoryVerb.Return && story is { State: WorkState.PublishedWithChanges, IsSubmitted: true });

    private static bool IsPossible(StoryVerb verb, WorkState state) => verb switch
    {
        StoryVerb.Read or StoryVerb.HandOver => state != WorkState.Withdrawn,
        StoryVerb.Edit or StoryVerb.Comment or StoryVerb.Share => state is not (WorkState.Withdrawn or WorkState.Retracted),
        StoryVerb.Submit => state is WorkState.Draft or WorkState.PublishedWithChanges,
        StoryVerb.Return => state is WorkState.InReview or WorkState.Approved,
        StoryVerb.Approve => state is WorkState.Draft or WorkState.InReview or WorkState.PublishedWithChanges,
        StoryVerb.Schedule => state is WorkState.Draft or WorkState.InReview or WorkState.Approved or WorkState.Scheduled,
        StoryVerb.Unschedule => state == WorkState.Scheduled,
        StoryVerb.Publish => state is WorkState.Draft or WorkState.InReview or WorkState.Approved or WorkState.Scheduled,
        StoryVerb.Update => state == WorkState.PublishedWithChanges,

        // Also the text as it stands: a note can follow an error that an update has removed.
        StoryVerb.Correct => state is WorkState.Published or WorkState.PublishedWithChanges,
        StoryVerb.CorrectNote => state is WorkState.Published or WorkState.PublishedWithChanges or WorkState.Retracted,
        StoryVerb.Retract => state is WorkState.Published or WorkState.PublishedWithChanges,
        StoryVerb.Withdraw => state is WorkState.Published or WorkState.PublishedWithChanges or WorkState.Retracted,
        _ => throw new ArgumentOutOfRangeException(nameof(verb), verb, null),
    };

    private static bool IsFor(string person, Permissions permissions, StoryVerb verb, StoryAtWork story) => verb switch
    {
        StoryVerb.Read or StoryVerb.Comment => true,

        // What others have approved or scheduled is changed by those who may approve it.
        StoryVerb.Edit => story.State is WorkState.Draft or WorkState.InReview or WorkState.Published or WorkState.PublishedWithChanges || permissions.MayApprove(story.Section, story.Desk),
        StoryVerb.Submit => true,
        StoryVerb.HandOver or StoryVerb.Share => story.Authors.Contains(person) || story.Holder == person || permissions.MayApprove(story.Section, story.Desk),

        // An author may take a story back that waits for review.
        StoryVerb.Return => permissions.MayApprove(story.Section, story.Desk) || (story.State is WorkState.InReview or WorkState.PublishedWithChanges && (story.Authors.Contains(person) || story.Holder == person)),
        StoryVerb.Correct => permissions.MayApprove(story.Section, story.Desk) || permissions.Holds(Grant.Correct),

        // Of a retracted story: among its notes is the reason.
        StoryVerb.CorrectNote when story.State == WorkState.Retracted => permissions.Holds(Grant.Retract),
        StoryVerb.CorrectNote => permissions.MayApprove(story.Section, story.Desk) || permissions.Holds(Grant.Correct),
        StoryVerb.Retract => permissions.Holds(Grant.Retract),
        StoryVerb.Withdraw => permissions.Holds(Grant.Withdraw),
        _ => permissions.MayApprove(story.Section, story.Desk),
    };

    private static bool Releases(StoryVerb verb) => verb is StoryVerb.Approve or StoryVerb.Schedule or StoryVerb.Publish or StoryVerb.Update or StoryVerb.Correct or StoryVerb.CorrectNote;

    private static bool LacksSecondPair(string person, StoryVerb verb, StoryAtWork story) =>
        story.Authors.Contains(person) && (verb == StoryVerb.Approve || story.ApprovedBy is null || story.ApprovedBy == person);
}
