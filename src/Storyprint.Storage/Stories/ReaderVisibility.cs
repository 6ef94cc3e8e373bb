namespace Storyprint.Storage.Stories;

/// <summary>What readers may see, as a condition of queries, so that no page can forget to ask.</summary>
internal static class ReaderVisibility
{
    /// <summary>True of a published or retracted story <c>s</c>.</summary>
    public static readonly string VisibleToReaders = $"s.status IN ({SqlNumbers.Visible}) AND s.current_revision > 0";
}
