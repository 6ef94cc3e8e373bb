namespace Storyprint.Stories.Drafts;

/// <summary>Who changed something, and when.</summary>
/// <param name="Who">The name of an account, or of a guest.</param>
public readonly record struct EditStamp(string Who, DateTimeOffset At)
{
    /// <summary>The earlier of two; of two at one time, the one whose name comes first.</summary>
    public static EditStamp Earlier(EditStamp one, EditStamp other) =>
        one.At < other.At || (one.At == other.At && string.CompareOrdinal(one.Who, other.Who) <= 0) ? one : other;
}
