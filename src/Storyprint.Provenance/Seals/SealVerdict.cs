namespace Storyprint.Provenance.Seals;

/// <summary>
/// The verdict on a seal. None says that a page is genuine: a true mark can be copied onto a forged page, so the sealed text is always shown for comparison.
/// </summary>
public abstract record SealVerdict
{
    private SealVerdict()
    {
    }

    /// <summary>The publisher sealed this revision, and it is in the log.</summary>
    /// <param name="Key">The key that sealed it.</param>
    /// <param name="LeadsToPublisher">Whether the link leads to the publisher's own host.</param>
    public sealed record Counts(PublishedKey Key, bool LeadsToPublisher) : SealVerdict;

    /// <summary>No key of this publisher made the seal: misread, damaged or invented.</summary>
    public sealed record NotSigned : SealVerdict;

    /// <summary>The publisher's key sealed a revision that the log does not have. An alarm: say so.</summary>
    public sealed record NotInLog(PublishedKey Key) : SealVerdict;

    /// <summary>The key was revoked, and the revision is not in the log before that.</summary>
    public sealed record KeyRevoked(PublishedKey Key) : SealVerdict;

    /// <summary>The seal is dated outside the time in which its key was in use.</summary>
    public sealed record OutsideKeyTime(PublishedKey Key) : SealVerdict;
}
