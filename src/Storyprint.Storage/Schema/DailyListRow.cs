namespace Storyprint.Storage.Schema;

/// <summary>A person's daily list of what waits.</summary>
public sealed class DailyListRow
{
    public required string PersonId { get; set; }

    /// <summary>The hour of the person's edition, in minutes after midnight.</summary>
    public int Minutes { get; set; }

    /// <summary>The last day for which it was made, as a number of days since 0001-01-01.</summary>
    public int LastDay { get; set; }
}
