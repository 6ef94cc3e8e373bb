using System.Globalization;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Dates;

/// <summary>An hour without a zone that the edition's clocks skipped or showed twice.</summary>
internal static class DoubtfulHour
{
    /// <summary>Why nobody can tell which instant is meant, as a clause; null for an hour that is one instant.</summary>
    /// <param name="local">The time as it is written.</param>
    public static string? Of(DateTime local, Edition edition)
    {
        var time = DateTime.SpecifyKind(local, DateTimeKind.Unspecified);
        var shown = time.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        return edition.Zone.IsInvalidTime(time) ? $"Its hour {shown} does not exist in {edition.TimeZone}, whose clocks went forward then (write the zone)"
            : edition.Zone.IsAmbiguousTime(time) ? $"Its hour {shown} came twice in {edition.TimeZone}, whose clocks went back then (write the zone)"
            : null;
    }
}
