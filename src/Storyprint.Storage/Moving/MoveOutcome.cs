namespace Storyprint.Storage.Moving;

/// <summary>What became of a move.</summary>
public abstract record MoveOutcome
{
    private MoveOutcome()
    {
    }

    /// <summary>Everything stands in the new database, and it was held against the old one.</summary>
    /// <param name="Tables">Rows a table.</param>
    /// <param name="Root">The log's root, the same before and after.</param>
    public sealed record Done(IReadOnlyList<(string Table, long Rows)> Tables, long LogSize, string Root) : MoveOutcome;

    /// <summary>Nothing was moved, or not all of it: the new database is not to be used.</summary>
    public sealed record Refused(string Sentence) : MoveOutcome;
}
