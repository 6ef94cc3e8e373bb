using Storyprint.Storage.Moving;
using Storyprint.Storage.Pictures;

namespace Storyprint.Operations.Move;

/// <summary>The result of <see cref="MoveInstallation"/>.</summary>
public abstract record MoveResult
{
    private MoveResult()
    {
    }

    /// <summary>It failed or was not completed; the sentence says why.</summary>
    public sealed record Refused(string Sentence) : MoveResult;

    /// <param name="Database">What was moved; null where the database stays.</param>
    /// <param name="Pictures">What was moved; null where the pictures stay.</param>
    public sealed record Done(MoveOutcome.Done? Database, MovedOriginals? Pictures) : MoveResult;

    /// <summary>The old database takes releases again.</summary>
    /// <param name="IsCompared">Whether the new one was looked at.</param>
    public sealed record Reopened(bool IsCompared) : MoveResult;
}
