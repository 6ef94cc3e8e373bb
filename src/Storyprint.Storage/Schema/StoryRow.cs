namespace Storyprint.Storage.Schema;

/// <summary>A story: its code, its status, and what lists show of its current revision.</summary>
public sealed class StoryRow
{
    public long Id { get; set; }

    public required string Code { get; set; }

    public required string Edition { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Releases.StoryStatus"/>.</summary>
    public int Status { get; set; }

    /// <summary>A static page, which no list shows.</summary>
    public bool IsStaticPage { get; set; }

    /// <summary>Visible and not a static page: the condition of every list.</summary>
    public bool IsListed { get; set; }

    /// <summary>Number of the current revision; 0 while nothing was published.</summary>
    public int CurrentRevision { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Releases.ReleaseKind"/> of the current revision; 0 while there is none.</summary>
    public int ReleaseKind { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long? PublishedAt { get; set; }

    /// <summary>UTC milliseconds since 1970; changes only with the words.</summary>
    public long? UpdatedAt { get; set; }

    /// <summary>A <see cref="Storyprint.Stories.Releases.WithdrawalReason"/>; null while the story is not withdrawn.</summary>
    public int? WithdrawalReason { get; set; }

    /// <summary>UTC milliseconds since 1970.</summary>
    public long? WithdrawnAt { get; set; }

    /// <summary>IANA zone or offset the times were entered in.</summary>
    public required string TimeZone { get; set; }

    /// <summary>The order of every list and the row number in the search index: seconds of publication, then the id.</summary>
    public long SortKey { get; set; }

    public required string Slug { get; set; }

    public required string Section { get; set; }

    /// <summary>The <see cref="Storyprint.Stories.StoryLabel"/> as its code; null where nothing was said.</summary>
    public string? Label { get; set; }

    public required string Kicker { get; set; }

    public required string Headline { get; set; }

    /// <summary>The standfirst, or the first words of the text where there is none.</summary>
    public required string Standfirst { get; set; }

    /// <summary>The authors' names, one per line.</summary>
    public required string Bylines { get; set; }

    public string? PictureHash { get; set; }

    public int PictureWidth { get; set; }

    public int PictureHeight { get; set; }

    public string? PictureAlt { get; set; }

    public double PictureFocusX { get; set; }

    public double PictureFocusY { get; set; }

    public string? TranslationKey { get; set; }

    /// <summary>The import's identifier of the story, by which a second run finds it.</summary>
    public string? SourceId { get; set; }

    /// <summary>SHA-256 of what the import read.</summary>
    public byte[]? SourceDigest { get; set; }

    /// <summary>The revision made by the last import; when the current one differs, the newsroom has worked on it since.</summary>
    public int SourceRevision { get; set; }
}
