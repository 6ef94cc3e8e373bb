using Microsoft.AspNetCore.Http;
using Storyprint.Extraction;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Copies;

/// <summary>Why a file was not compared, for readers and for programs.</summary>
internal static class FileRefusal
{
    public static string Sentence(PageContext page, ExtractionRefusal reason) => page.T($"copy.file.{reason.ToString().ToLowerInvariant()}");

    public static int Status(ExtractionRefusal reason) => reason switch
    {
        ExtractionRefusal.Empty => StatusCodes.Status400BadRequest,
        ExtractionRefusal.TooLarge or ExtractionRefusal.TooManyPages or ExtractionRefusal.TooManyPixels or ExtractionRefusal.PackedTooTight => StatusCodes.Status413PayloadTooLarge,
        ExtractionRefusal.UnknownKind or ExtractionRefusal.OldOffice or ExtractionRefusal.OtherArchive or ExtractionRefusal.NoHeif => StatusCodes.Status415UnsupportedMediaType,
        ExtractionRefusal.Busy or ExtractionRefusal.Unavailable => StatusCodes.Status503ServiceUnavailable,
        _ => StatusCodes.Status422UnprocessableEntity,
    };

    /// <summary>Seconds after which asking again may help; null where it does not.</summary>
    public static int? RetryAfter(ExtractionRefusal reason) => reason == ExtractionRefusal.Busy ? 10 : null;
}
