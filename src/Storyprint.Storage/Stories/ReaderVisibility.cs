namespace Storyprint.Storage.Stories;

/// <summary>The SQL condition for what readers may see, so that no query can forget it.</summary>
internal static class ReaderVisibility
{
    /// <summary>True of a published or retracted story <c>s</c>.</summary>
    public static readonly string VisibleToReaders = $"s.status IN ({SqlNumbers.Visible}) AND s.current_revision > 0";
}
