using System.Globalization;
using Storyprint.Formats.Dates;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Wxr;

/// <summary>Reads the dates of an item: WordPress writes each in local time and in UTC, and zeros for none.</summary>
internal static class WxrDates
{
    private static readonly string[] Forms = ["yyyy-MM-dd HH:mm:ss", "yyyy-MM-dd HH:mm", "yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd"];

    public static DateTimeOffset? Published(WxrItem item, Edition edition) =>
        Read(item["wp:post_date"], item["wp:post_date_gmt"], edition) ?? LooseDate.Read(item["pubDate"], edition)?.At;

    /// <summary>Why nobody can tell when it was published, as a clause; null where the item gives the instant.</summary>
    public static string? Doubt(WxrItem item, Edition edition) =>
        Parse(item["wp:post_date_gmt"]) is null && Parse(item["wp:post_date"]) is { } local ? DoubtfulHour.Of(local, edition) : null;

    public static DateTimeOffset? Modified(WxrItem item, Edition edition) =>
        Read(item["wp:post_modified"], item["wp:post_modified_gmt"], edition);

    private static DateTimeOffset? Read(string local, string utc, Edition edition)
    {
        var (here, there) = (Parse(local), Parse(utc));
        if (there is { } instant)
        {
            // Both together give the offset, where it is a valid one.
            var offset = here - instant;
            return offset is { } difference && Math.Abs(difference.TotalHours) <= 14 && difference.Ticks % TimeSpan.FromMinutes(15).Ticks == 0
                ? new DateTimeOffset(here!.Value, difference)
                : new DateTimeOffset(instant, TimeSpan.Zero);
        }

        return here is { } time ? new DateTimeOffset(time, edition.Zone.GetUtcOffset(time)) : null;
    }

    // Years before printing are zeros and typing errors; they also leave no room for an offset.
    private static DateTime? Parse(string text) =>
        DateTime.TryParseExact(text.Trim(), Forms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.Year is >= 1500 and <= 9000
            ? time
            : null;
}
