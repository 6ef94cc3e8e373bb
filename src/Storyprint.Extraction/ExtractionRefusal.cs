namespace Storyprint.Extraction;

/// <summary>Why a file is not compared. Each has a sentence that says what to do.</summary>
public enum ExtractionRefusal
{
    Empty,
    TooLarge,
    UnknownKind,

    /// <summary>It opens only with a password.</summary>
    Encrypted,

    /// <summary>Cut off or broken, or built so that reading it takes more memory than is allowed.</summary>
    Damaged,

    /// <summary>An old Word file.</summary>
    OldOffice,

    /// <summary>A zip archive that is no DOCX.</summary>
    OtherArchive,

    /// <summary>It says that it becomes far larger when it is unpacked.</summary>
    PackedTooTight,
    TooManyPages,
    TooManyPixels,

    /// <summary>This machine cannot read HEIC.</summary>
    NoHeif,

    /// <summary>Neither words nor a mark in it.</summary>
    NoWords,

    /// <summary>No mark in the picture, and this machine does not recognise words.</summary>
    NoRecognition,
    TookTooLong,

    /// <summary>Others are being read, and enough wait.</summary>
    Busy,

    /// <summary>The reading process cannot be started on this machine.</summary>
    Unavailable,
}

/// <summary>The refusals in English, for programs and the command line; pages have them in the edition's language.</summary>
public static class ExtractionRefusals
{
    public static string Sentence(ExtractionRefusal reason) => reason switch
    {
        ExtractionRefusal.Empty => "The file is empty. Choose another, or paste the text.",
        ExtractionRefusal.TooLarge => "The file is larger than 8 MB. Send a smaller picture, or paste the text.",
        ExtractionRefusal.UnknownKind => "This kind of file is not read. PDF, DOCX, HTML, plain text, PNG, JPEG, WebP and HEIC are.",
        ExtractionRefusal.Encrypted => "The file is protected by a password. Save it without one, or paste its text.",
        ExtractionRefusal.Damaged => "The file cannot be read: it is cut off or damaged, or reading it takes more than is allowed. Save it again, or paste its text.",
        ExtractionRefusal.OldOffice => "This is a file of an older Word. Save it as DOCX or PDF, or paste its text.",
        ExtractionRefusal.OtherArchive => "This is an archive or a document of another kind than DOCX. Save it as DOCX or PDF, or paste its text.",
        ExtractionRefusal.PackedTooTight => "The file would become far too large when it is unpacked. Paste its text.",
        ExtractionRefusal.TooManyPages => "The file has more than 200 pages. Save the page in question as a file of its own, or paste its text.",
        ExtractionRefusal.TooManyPixels => "The picture has more than 40 megapixels. Send a smaller one.",
        ExtractionRefusal.NoHeif => "This machine does not read HEIC pictures. Send the picture as JPEG: phones do so when it is shared or exported.",
        ExtractionRefusal.NoWords => "Neither words nor a mark were found in it. Take the photograph from nearer and in better light, or paste the text.",
        ExtractionRefusal.NoRecognition => "No mark was found in the picture, and this machine does not read words in pictures. Photograph the square mark of the page, or paste the text.",
        ExtractionRefusal.TookTooLong => "Reading it took longer than is allowed. Send a part of it, or paste the text.",
        ExtractionRefusal.Busy => "Other files are being read. Try again in a few seconds.",
        _ => "Files cannot be read on this machine just now. Paste the text.",
    };
}
