namespace Storyprint.Extraction;

/// <summary>What a file is.</summary>
public enum ContentKind
{
    Unknown,
    PlainText,
    Html,
    Pdf,

    /// <summary>A zip archive; whether it is a DOCX is seen when it is opened.</summary>
    Archive,

    /// <summary>The container of old Office files, and of protected new ones (MS-CFB).</summary>
    CompoundFile,
    Png,
    Jpeg,
    WebP,

    /// <summary>HEIC and AVIF.</summary>
    Heif,
}
