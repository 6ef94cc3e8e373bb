using System.Globalization;

namespace Storyprint.Storage.Library;

/// <summary>When a picture was taken, by the camera's clock, which knows no zone.</summary>
internal static class TakenAt
{
    private static readonly string[] Moments = ["yyyy:MM:dd HH:mm:ss", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm"];

    private static readonly string[] Days = ["yyyy-MM-dd", "yyyy:MM:dd", "yyyyMMdd"];

    /// <summary>Reads what EXIF, IIM and XMP write, with or without zone and fractions.</summary>
    /// <returns><c>2026-03-28</c> or <c>2026-03-28T14:05</c>; empty for anything else.</returns>
    public static string Of(string? text)
    {
        var plain = text?.Trim() ?? string.Empty;
        return Moments.Select(form => Parsed(plain, form)).FirstOrDefault(found => found is not null) is { } moment ? moment.ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture)
            : Days.Select(form => Parsed(plain, form)).FirstOrDefault(found => found is not null) is { } day ? day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : string.Empty;
    }

    private static DateTime? Parsed(string text, string form)
    {
        var length = form.Replace("'", string.Empty, StringComparison.Ordinal).Length;
        return text.Length >= length && DateTime.TryParseExact(text[..length], form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at) && at.Year > 1825 ? at : null;
    }
}
