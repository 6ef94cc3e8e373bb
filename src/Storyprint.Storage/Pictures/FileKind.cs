namespace Storyprint.Storage.Pictures;

/// <summary>A kind of file other than a picture that stories may link to: a document, a sound or a film.</summary>
/// <param name="MediaType">As it is served.</param>
/// <param name="IsShown">Whether browsers open it; others are saved.</param>
public sealed record FileKind(string MediaType, bool IsShown)
{
    private static readonly Dictionary<string, (FileKind Kind, Func<byte[], bool> IsOf)> ByEnding = new(StringComparer.OrdinalIgnoreCase)
    {
        [".pdf"] = (new("application/pdf", true), bytes => bytes.AsSpan(0, Math.Min(1024, bytes.Length)).IndexOf("%PDF-"u8) >= 0),
        [".mp3"] = (new("audio/mpeg", true), bytes => Begins(bytes, "ID3"u8) || bytes is [0xFF, >= 0xE0, ..]),
        [".m4a"] = (new("audio/mp4", true), IsIsoMedia),
        [".ogg"] = (new("audio/ogg", true), bytes => Begins(bytes, "OggS"u8)),
        [".oga"] = (new("audio/ogg", true), bytes => Begins(bytes, "OggS"u8)),
        [".opus"] = (new("audio/ogg", true), bytes => Begins(bytes, "OggS"u8)),
        [".wav"] = (new("audio/wav", true), bytes => Begins(bytes, "RIFF"u8) && bytes.Length > 12 && bytes.AsSpan(8).StartsWith("WAVE"u8)),
        [".flac"] = (new("audio/flac", true), bytes => Begins(bytes, "fLaC"u8)),
        [".mp4"] = (new("video/mp4", true), IsIsoMedia),
        [".m4v"] = (new("video/mp4", true), IsIsoMedia),
        [".webm"] = (new("video/webm", true), bytes => bytes is [0x1A, 0x45, 0xDF, 0xA3, ..]),
        [".ogv"] = (new("video/ogg", true), bytes => Begins(bytes, "OggS"u8)),
        [".docx"] = (new("application/vnd.openxmlformats-officedocument.wordprocessingml.document", false), IsZip),
        [".xlsx"] = (new("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", false), IsZip),
        [".pptx"] = (new("application/vnd.openxmlformats-officedocument.presentationml.presentation", false), IsZip),
        [".odt"] = (new("application/vnd.oasis.opendocument.text", false), IsZip),
        [".ods"] = (new("application/vnd.oasis.opendocument.spreadsheet", false), IsZip),
        [".odp"] = (new("application/vnd.oasis.opendocument.presentation", false), IsZip),
        [".epub"] = (new("application/epub+zip", false), IsZip),
        [".doc"] = (new("application/msword", false), IsCompound),
        [".xls"] = (new("application/vnd.ms-excel", false), IsCompound),
        [".ppt"] = (new("application/vnd.ms-powerpoint", false), IsCompound),
        [".rtf"] = (new("application/rtf", false), bytes => Begins(bytes, "{\\rtf"u8)),
        [".csv"] = (new("text/csv", false), IsText),
    };

    /// <summary>Whether browsers play it.</summary>
    public bool IsPlayed => IsFilm || MediaType.StartsWith("audio/", StringComparison.Ordinal);

    public bool IsFilm => MediaType.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Whether an address or a name ends like a file of some kind.</summary>
    public static bool IsNamed(string address) => ByEnding.ContainsKey(Ending(address));

    /// <summary>The kind of a file by its name, where its bytes are of that kind; null for any other.</summary>
    public static FileKind? Of(string name, byte[] bytes) => ByEnding.TryGetValue(Ending(name), out var known) && known.IsOf(bytes) ? known.Kind : null;

    /// <summary>The kind that a stored media type is of.</summary>
    public static FileKind OfType(string mediaType) => ByEnding.Values.Select(known => known.Kind).FirstOrDefault(kind => kind.MediaType == mediaType) ?? new FileKind("application/octet-stream", false);

    private static string Ending(string address) => Path.GetExtension(address.Split('?', '#')[0]);

    private static bool Begins(byte[] bytes, ReadOnlySpan<byte> with) => bytes.AsSpan().StartsWith(with);

    // ISO/IEC 14496-12, 4.3.
    private static bool IsIsoMedia(byte[] bytes) => bytes.Length > 8 && bytes.AsSpan(4).StartsWith("ftyp"u8);

    private static bool IsZip(byte[] bytes) => Begins(bytes, "PK\u0003\u0004"u8);

    private static bool IsCompound(byte[] bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, ..];

    private static bool IsText(byte[] bytes) => bytes.AsSpan(0, Math.Min(8192, bytes.Length)).IndexOf((byte)0) < 0;
}
