using System.Globalization;

namespace Storyprint.Provenance.Entries;

/// <summary>A time in an entry: whole seconds in UTC, <c>2026-11-22T19:40:00Z</c> (RFC 3339, this one spelling only).</summary>
internal static class EntryTime
{
    private const string Pattern = "yyyy-MM-dd'T'HH:mm:ss'Z'";

    public static string Format(DateTimeOffset time) => time.ToUniversalTime().ToString(Pattern, CultureInfo.InvariantCulture);

    public static bool TryParse(string text, out DateTimeOffset time) =>
        DateTimeOffset.TryParseExact(text, Pattern, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out time) && Format(time) == text;
}
