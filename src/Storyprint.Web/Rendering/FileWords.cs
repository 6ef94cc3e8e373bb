using Storyprint.Stories.Body;

namespace Storyprint.Web.Rendering;

/// <summary>What readers are told of a file before they open it.</summary>
internal static class FileWords
{
    private const int Kilobyte = 1000;
    private const int Megabyte = 1_000_000;

    public static string Kind(PageContext page, string mediaType) => page.T(mediaType switch
    {
        "application/pdf" => "file.pdf",
        "application/epub+zip" => "file.book",
        "text/csv" or "application/vnd.ms-excel" => "file.table",
        "application/msword" or "application/rtf" => "file.text",
        "application/vnd.ms-powerpoint" => "file.slides",
        _ when mediaType.Contains("spreadsheet", StringComparison.Ordinal) => "file.table",
        _ when mediaType.Contains("presentation", StringComparison.Ordinal) => "file.slides",
        _ when mediaType.Contains("text", StringComparison.Ordinal) || mediaType.Contains("word", StringComparison.Ordinal) => "file.text",
        _ => "file.other",
    });

    public static string Kind(PageContext page, MediaKind kind) => page.T(kind == MediaKind.Video ? "story.video" : "story.audio");

    /// <summary>Kind and length. Not with a dot between them, which before a Persian figure is a zero.</summary>
    public static string Both(PageContext page, string kind, string length) => page.Texts.Format("file.both", kind, length);

    /// <summary>How large it is, rounded up: nobody is told less than is loaded.</summary>
    public static string Size(PageContext page, long bytes) => bytes > Megabyte
        ? page.Texts.Format("file.megabytes", page.Dates.Number((int)((bytes + Megabyte - 1) / Megabyte)))
        : page.Texts.Format("file.kilobytes", page.Dates.Number((int)((bytes + Kilobyte - 1) / Kilobyte)));

    /// <summary>How long it plays, or where nobody measured it how large it is.</summary>
    public static string Length(PageContext page, int? seconds, long bytes) => seconds switch
    {
        null => Size(page, bytes),
        < 60 and var few => page.Texts.Format("file.seconds", page.Dates.Number(few)),
        var many => page.Texts.Format("file.minutes", page.Dates.Number(many.Value / 60), page.Dates.Number(many.Value % 60)),
    };
}
