using System.Globalization;

namespace Storyprint.NewsroomPages.Frame;

/// <summary>Sizes of files and disks as people say them, in the page's language.</summary>
internal static class ByteSize
{
    private static readonly string[] Units = ["size.kb", "size.mb", "size.gb", "size.tb"];

    public static string Of(NewsroomContext room, long bytes)
    {
        var (value, unit) = (bytes / 1000.0, 0);
        while (value >= 999.5 && unit < Units.Length - 1)
        {
            (value, unit) = (value / 1000, unit + 1);
        }

        var digits = value.ToString(value >= 9.95 || unit == 0 ? "0" : "0.0", CultureInfo.InvariantCulture);
        return room.T(Units[unit], room.Dates.Digits(digits).Replace(".", room.T("size.point"), StringComparison.Ordinal));
    }
}
