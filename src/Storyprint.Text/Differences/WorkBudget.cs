namespace Storyprint.Text.Differences;

/// <summary>The maximum number of steps of one comparison. Steps, not seconds: the same two texts always give the same result.</summary>
public sealed class WorkBudget(long steps)
{
    internal const long OfOneComparison = 40_000_000;

    public long Spent { get; private set; }

    public long Left => steps - Spent;

    public bool IsSpent => Left <= 0;

    public void Spend(long count) => Spent += count;
}
