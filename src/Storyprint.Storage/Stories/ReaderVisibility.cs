namespace Storyprint.Storage.Stories;

/// <summary>What readers may see, as a condition of queries, so that no page can forget to ask.</summary>
internal static class ReaderVisibility
{
    /// <summary>True of a published or retracted story <c>s</c>.</summary>
    public const string VisibleToReaders = "s.status IN (4, 5) AND s.revision > 0";
}
