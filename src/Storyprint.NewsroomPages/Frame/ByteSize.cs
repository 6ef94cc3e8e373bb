using System.Globalization;

namespace Storyprint.NewsroomPages.Frame;

/// <summary>Sizes of files and disks as people say them, in the page's language.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["size.b", "size.kb", "size.mb", "size.gb", "size.tb"];

    public static string Of(NewsroomContext room, long bytes) => Of(bytes, room.Dates.Digits, room.T);

    /// <param name="digits">Writes digits as the page does.</param>
    /// <param name="text">The text of a key: a unit with a place for the number, or the decimal point.</param>
    internal static string Of(long bytes, Func<string, string> digits, Func<string, string> text)
    {
        var (value, unit) = ((double)bytes, 0);
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1000, unit + 1);
        }

        var number = value.ToString(value >= 9.95 || unit < 2 ? "0" : "0.0", CultureInfo.InvariantCulture);
        return text(Units[unit]).Replace("{0}", digits(number).Replace(".", text("size.point"), StringComparison.Ordinal), StringComparison.Ordinal);
    }
}
