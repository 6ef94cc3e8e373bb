using Storyprint.Provenance.Entries;

namespace Storyprint.Provenance.Verification;

/// <summary>The state of a story in the log so far: 32 bytes, because there are millions.</summary>
public readonly record struct StoryLogState
{
    private readonly long withdrawn;
    private readonly byte releases;

    internal StoryLogState(StoryLogState before, long index, RevisionEntry entry)
    {
        (Index, Number, PublishedSecond) = (index, entry.Revision.Number, entry.PublishedAt.ToUnixTimeSeconds());
        releases = (byte)(before.releases | (1 << (int)entry.Release));
        withdrawn = entry.Release == RevisionKind.Withdrawal ? index + 1 : before.withdrawn;
    }

    /// <summary>The index of the newest revision's entry.</summary>
    public long Index { get; }

    /// <summary>The newest revision's number.</summary>
    public int Number { get; }

    /// <summary>When it was published, POSIX seconds.</summary>
    public long PublishedSecond { get; }

    /// <summary>The index of the last withdrawal, or null: texts before it may be erased.</summary>
    public long? WithdrawnAt => withdrawn == 0 ? null : withdrawn - 1;

    /// <summary>Whether the log has a release of this kind of the story.</summary>
    public bool Had(RevisionKind kind) => (releases >> (int)kind & 1) == 1;
}
