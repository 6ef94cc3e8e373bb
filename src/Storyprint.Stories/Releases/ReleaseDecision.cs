namespace Storyprint.Stories.Releases;

/// <summary>What a release rule answers: the revision to store, or every reason against it.</summary>
public abstract record ReleaseDecision
{
    private ReleaseDecision() { }

    public sealed record Released(NewRevision Revision) : ReleaseDecision;

    /// <param name="Refusals">All of them at once, at least one, so that an editor mends the draft in one go.</param>
    public sealed record Refused(IReadOnlyList<ReleaseRefusal> Refusals) : ReleaseDecision;

    internal static ReleaseDecision Unless(IReadOnlyList<ReleaseRefusal> refusals, Func<NewRevision> revision) =>
        refusals.Count > 0 ? new Refused(refusals) : new Released(revision());
}
