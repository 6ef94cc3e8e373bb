namespace Storyprint.Extraction;

/// <summary>What was read from a file.</summary>
public sealed record ExtractedText
{
    /// <summary>The most words of a file that are compared, in bytes of UTF-8: some 10,000.</summary>
    public const int MaxBytes = 64 << 10;

    public required ContentKind Kind { get; init; }

    /// <summary>In the order of reading; empty where nothing but a mark could be read.</summary>
    public required string Text { get; init; }

    /// <summary>What the QR codes in it say, and the address that a saved page says is its own.</summary>
    public IReadOnlyList<string> Marks { get; init; } = [];

    /// <summary>Whether its letters were recognised in a picture: some may be wrong.</summary>
    public bool IsRecognised { get; init; }

    /// <summary>Whether it is longer, and only the first <see cref="MaxBytes"/> are here.</summary>
    public bool IsCut { get; init; }

    /// <summary>Why the words of a picture were not read, where that is so.</summary>
    public RecognitionLack? Lack { get; init; }
}

/// <summary>Why no words could be recognised in a picture.</summary>
public enum RecognitionLack
{
    /// <summary>There is no Tesseract on the machine.</summary>
    NoProgram,

    /// <summary>Tesseract has no file for a language in that script.</summary>
    NoLanguage,

    /// <summary>It took longer than is allowed.</summary>
    TookTooLong,

    /// <summary>Nothing in the picture looked like words.</summary>
    NothingFound,
}
