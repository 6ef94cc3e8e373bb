namespace Storyprint.Storage.Moving;

/// <summary>The outcome of a move.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    /// <summary>Everything is in the new database and was compared with the old one.</summary>
    /// <param name="Tables">The number of rows of each table.</param>
    /// <param name="Root">The log's root, the same before and after.</param>
    public sealed record Done(IReadOnlyList<(string Table, long Rows)> Tables, long LogSize, string Root) : MoveOutcome;

    /// <summary>Nothing was moved, or not everything: the new database must not be used.</summary>
    public sealed record Refused(string Sentence) : MoveOutcome;
}
