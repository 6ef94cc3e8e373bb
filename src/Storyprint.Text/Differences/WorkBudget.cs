namespace Storyprint.Text.Differences;

/// <summary>The steps one comparison may take. Steps, not seconds: the same two texts always give the same answer.</summary>
internal sealed class WorkBudget(long steps)
{
    public const long OfOneComparison = 40_000_000;

    private long left = steps;

    public bool IsSpent => left <= 0;

    public void Spend(long count) => left -= count;
}
