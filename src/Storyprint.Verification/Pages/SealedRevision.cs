using Storyprint.Provenance.Commitments;
using Storyprint.Provenance.Entries;
using Storyprint.Provenance.Names;

namespace Storyprint.Verification.Pages;

/// <summary>A revision as it was sealed: its entry and the lines of its text.</summary>
internal sealed record SealedRevision(long Index, RevisionEntry Entry, string Text, SealedLines Lines)
{
    public RevisionName Name => Entry.Revision;

    /// <summary>When it was released, POSIX seconds.</summary>
    public long ReleasedSecond => Entry.PublishedAt.ToUnixTimeSeconds();

    /// <summary>What a seal of this revision holds of its text.</summary>
    public DigestPrefix Digest => TextDigest.Compute(System.Text.Encoding.UTF8.GetBytes(Text)).Prefix;

    /// <summary>How many notes of corrections and retractions the story had.</summary>
    public int Notes => Lines.Of("correction").Count;
}
