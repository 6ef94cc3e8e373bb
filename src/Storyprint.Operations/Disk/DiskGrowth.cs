using System.Globalization;

namespace Storyprint.Operations.Disk;

/// <summary>How fast a publication grows: what it held on each day that somebody looked, a line each in <c>disk-use.csv</c> of its folder.</summary>
public sealed class DiskGrowth(string folder)
{
    private const int Kept = 400;
    private static readonly TimeSpan Window = TimeSpan.FromDays(90);

    private readonly string path = Path.Combine(folder, "disk-use.csv");

    /// <summary>Keeps what it holds today, once a day.</summary>
    public void Note(DateTimeOffset now, long content)
    {
        var days = Read();
        if (days.Count > 0 && days[^1].At.UtcDateTime.Date >= now.UtcDateTime.Date)
        {
            return;
        }

        try
        {
            File.WriteAllLines(path, days.Append((now, content)).TakeLast(Kept).Select(day => string.Create(CultureInfo.InvariantCulture, $"{day.Item1.UtcDateTime:yyyy-MM-dd},{day.Item2}")));
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            // In a folder that can only be read nobody knows the growth.
        }
    }

    /// <summary>Over how many days it grew by how many bytes; null where that is not known yet.</summary>
    public (int Days, long Bytes)? Since(DateTimeOffset now, long content)
    {
        var first = Read().FirstOrDefault(day => day.At >= now - Window);
        var days = (int)(now - first.At).TotalDays;
        return first == default || days < 1 ? null : (days, content - first.Content);
    }

    private List<(DateTimeOffset At, long Content)> Read() =>
    [
        .. (File.Exists(path) ? File.ReadLines(path) : []).Select(line => line.Split(',')).Where(parts => parts.Length == 2)
            .Select(parts => (IsDay: DateTimeOffset.TryParseExact(parts[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at), At: at,
                IsSize: long.TryParse(parts[1], NumberStyles.None, CultureInfo.InvariantCulture, out var size), Size: size))
            .Where(day => day.IsDay && day.IsSize).Select(day => (day.At, day.Size)),
    ];
}
