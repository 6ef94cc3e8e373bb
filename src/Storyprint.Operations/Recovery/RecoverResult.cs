using Storyprint.Provenance.Entries;
using Storyprint.Storage.Log;
using Storyprint.Storage.Recovery;

namespace Storyprint.Operations.Recovery;

/// <summary>The result of <see cref="RecoverLog"/>.</summary>
public abstract record RecoverResult
{
    private RecoverResult()
    {
    }

    /// <summary>Nothing was changed; the sentence says why and what to do.</summary>
    public sealed record Refused(string Sentence) : RecoverResult;

    /// <summary>Nothing was changed: the copy lacks texts, and the option to go on without them was not given.</summary>
    public sealed record TextsMissing(int Entries, IReadOnlyList<(RevisionEntry Entry, string Reason)> Lost) : RecoverResult;

    /// <summary>The database has, or in a trial would have, everything up to the copy's checkpoint.</summary>
    /// <param name="From">The size of the log before.</param>
    /// <param name="To">The size of the log now.</param>
    /// <param name="Mark">The size by the mark; above <paramref name="To"/> something is still missing.</param>
    public sealed record Recovered(
        long From, long To, RecoveryOutcome.Done Done, IReadOnlyList<(RevisionEntry Entry, string Reason)> Lost, LogMark? Mark, bool IsTrial) : RecoverResult
    {
        /// <summary>Hashes of pictures in recovered texts whose originals are missing.</summary>
        public IReadOnlyList<string> MissingPictures { get; init; } = [];

        public bool IsComplete => Mark is null || Mark.Size <= To;
    }
}
