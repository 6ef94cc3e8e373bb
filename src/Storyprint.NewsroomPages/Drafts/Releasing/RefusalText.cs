using Storyprint.NewsroomPages.Frame;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.NewsroomPages.Drafts.Releasing;

/// <summary>Says in the person's language why a release is refused, and what to do.</summary>
internal static class RefusalText
{
    public static string Of(NewsroomContext room, ReleaseRefusal refusal) => refusal switch
    {
        ReleaseRefusal.AnotherCameFirst(_, var newer) => room.T(refusal.Key, newer.Number, room.T($"release.kind.{newer.Kind.ToString().ToLowerInvariant()}"), room.Moment(newer.ReleasedAt)),
        ReleaseRefusal.NoSuchRevision(var expected) => room.T(refusal.Key, expected),
        ReleaseRefusal.ClockBehind(var at, var newest) => room.T(refusal.Key, room.Moment(at), room.Moment(newest.ReleasedAt)),
        ReleaseRefusal.UnassignedCharacter(var codePoint) => room.T(refusal.Key, codePoint),
        ReleaseRefusal.InvisibleCharacter(var found) => room.T(refusal.Key, found.CodePoint, found.After),
        ReleaseRefusal.PictureWithoutAlt(var position) => room.T(refusal.Key, room.Dates.Number(position)),
        ReleaseRefusal.RightsEnded(var position, var since) => room.T(refusal.Key, room.Dates.Number(position), room.Moment(since)),
        ReleaseRefusal.Placeholder(var said) => room.T(refusal.Key, said),
        ReleaseRefusal.TextChanged(var by) => by.Length > 0 ? room.T(refusal.Key, by) : room.T($"{refusal.Key}.nobody"),
        ReleaseRefusal.NotPermitted(var why) => Of(room, why),
        _ => room.T(refusal.Key),
    };

    public static string Of(NewsroomContext room, WorkflowRefusal refusal) => refusal switch
    {
        WorkflowRefusal.WrongState(_, var state) => room.T("permit.wrong-state", room.T($"state.{state.ToString().ToLowerInvariant()}")),
        WorkflowRefusal.OtherDesk => room.T("refused.other-desk.lead"),
        WorkflowRefusal.FourEyes => room.T("refused.four-eyes.lead"),
        WorkflowRefusal.NotAllowed(var verb) => room.T(verb is StoryVerb.Retract or StoryVerb.Withdraw ? "permit.needs-grant" : "permit.for-editors"),
        _ => refusal.Sentence,
    };
}
