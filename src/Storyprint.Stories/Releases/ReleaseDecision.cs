namespace Storyprint.Stories.Releases;

/// <summary>The result of a release rule: the revision to store, or all reasons against it.</summary>
public abstract record ReleaseDecision
{
    private ReleaseDecision() { }

    public sealed record Released(NewRevision Revision) : ReleaseDecision;

    /// <param name="Refusals">All of them, at least one, so that an editor can fix the draft in one go.</param>
    public sealed record Refused(IReadOnlyList<ReleaseRefusal> Refusals) : ReleaseDecision;

    internal static ReleaseDecision Unless(IReadOnlyList<ReleaseRefusal> refusals, Func<NewRevision> revision) =>
        refusals.Count > 0 ? new Refused(refusals) : new Released(revision());
}
