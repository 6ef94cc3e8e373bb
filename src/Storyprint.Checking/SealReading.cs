using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Merkle;
using Storyprint.Provenance.Names;
using Storyprint.Provenance.Seals;
using Storyprint.Storage.Stories;

namespace Storyprint.Checking;

/// <summary>The verdict on the seal of a scanned mark. None says that a page is genuine: a true mark can be copied onto any page.</summary>
public enum SealReading
{
    /// <summary>The mark was the link mark, which has no seal.</summary>
    None,

    /// <summary>Our key sealed this revision with this text, and it is in the log.</summary>
    Holds,

    /// <summary>The mark is incomplete.</summary>
    Unreadable,

    /// <summary>No key of ours made it.</summary>
    NotOurs,

    /// <summary>It is dated outside the time of its key.</summary>
    OutsideKeyTime,

    /// <summary>Its key was revoked, and the revision is not in the log before that.</summary>
    KeyRevoked,

    /// <summary>An alarm: our key sealed another text under this revision than was published.</summary>
    OtherText,

    /// <summary>An alarm: our key sealed a revision that was never published.</summary>
    NotInLog,
}

/// <summary>Judges the seal of a scanned mark.</summary>
public static class ScannedSeal
{
    /// <param name="story">The revision the mark names, or null where there is none.</param>
    /// <param name="payload">The last part of the mark's link.</param>
    public static SealReading Read(RevisionName name, string payload, PublishedStory? story, KeyList keys) =>
        !Seal.TryParse(payload, out var seal) ? SealReading.Unreadable
            : keys.Judge(new SealLink(keys.Publisher.Text, name, seal), story?.LogIndex) switch
            {
                SealVerdict.Counts when story is not null => IsOf(seal, story) ? SealReading.Holds : SealReading.OtherText,
                SealVerdict.NotInLog or SealVerdict.Counts => SealReading.NotInLog,
                SealVerdict.KeyRevoked => SealReading.KeyRevoked,
                SealVerdict.OutsideKeyTime => SealReading.OutsideKeyTime,
                _ => SealReading.NotOurs,
            };

    private static bool IsOf(Seal seal, PublishedStory story) =>
        seal.Digest == new TextDigest(new Sha256Hash(story.Digest)).Prefix && seal.IssuedAt == story.ReleasedAt;
}
