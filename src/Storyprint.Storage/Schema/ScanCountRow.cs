namespace Storyprint.Storage.Schema;

/// <summary>How often the printed marks of a story were scanned on a day. It holds nothing of who scanned them.</summary>
public sealed class ScanCountRow
{
    public long StoryId { get; set; }

    /// <summary>Days since 1 January of the year 1, in the publication's time zone.</summary>
    public int Day { get; set; }

    public long Scans { get; set; }
}
