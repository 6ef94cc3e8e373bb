using Storyprint.Provenance.Names;

namespace Storyprint.Provenance.Verification;

/// <summary>An entry that does not fit its story's earlier entries.</summary>
/// <param name="Fault">What does not fit.</param>
/// <param name="Index">The entry's index.</param>
/// <param name="Revision">The revision that the entry is about.</param>
/// <param name="Sentence">What was found, in one sentence.</param>
public sealed record HistoryFinding(HistoryFault Fault, long Index, RevisionName Revision, string Sentence);

/// <summary>The ways in which an entry can fail to fit.</summary>
public enum HistoryFault
{
    /// <summary>A revision's number is missing, or there twice.</summary>
    NumberOutOfOrder,

    /// <summary><c>prev</c> is not the index of the story's revision before.</summary>
    WrongPrevious,

    /// <summary>The revision is dated before the one that it follows.</summary>
    TimeRunsBack,

    /// <summary>Something was released after a withdrawal, which is the last word on a story.</summary>
    AfterWithdrawal,
}
