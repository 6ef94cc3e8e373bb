namespace Storyprint.Operations.Imports;

/// <summary>What became of a piece of a file.</summary>
public abstract record PieceOutcome
{
    private PieceOutcome()
    {
    }

    /// <summary>It is on the disk, or was before; so many bytes of the file are there now.</summary>
    public sealed record Kept(long Received) : PieceOutcome;

    /// <summary>It does not follow what is there: another window was quicker, or a piece before it was lost. Go on from there.</summary>
    public sealed record OutOfOrder(long Received) : PieceOutcome;

    /// <summary>Its bytes are not those that were sent.</summary>
    public sealed record Damaged(long Received) : PieceOutcome;

    /// <summary>The disk is full.</summary>
    public sealed record NoRoom : PieceOutcome;

    /// <summary>There is no such file that could take it.</summary>
    public sealed record Unknown : PieceOutcome;
}
