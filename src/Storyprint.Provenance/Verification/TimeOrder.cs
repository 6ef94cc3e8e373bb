using System.Globalization;
using Storyprint.Provenance.Entries;

namespace Storyprint.Provenance.Verification;

/// <summary>Checks the times of a log, whatever its entries are about: none may be earlier than the one before. Not thread-safe.</summary>
public sealed class TimeOrder
{
    private (long Index, DateTimeOffset Time)? last;

    /// <summary>Adds the next entry, in the order of the log.</summary>
    /// <returns>What does not fit, in a sentence; null where the entry is not dated before the one before it.</returns>
    public string? Take(long index, LogEntry entry)
    {
        // An entry of an unknown type has no time; the next one is compared with the one before it.
        if (entry.Time is not { } time)
        {
            return null;
        }

        var before = last;
        last = (index, time);
        return before is { } earlier && time < earlier.Time
            ? string.Create(CultureInfo.InvariantCulture, $"It is dated {Text(time)}, before entry {earlier.Index} ({Text(earlier.Time)}).")
            : null;
    }

    private static string Text(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
