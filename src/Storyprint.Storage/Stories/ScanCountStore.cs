using Storyprint.Storage.Engine;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;

namespace Storyprint.Storage.Stories;

/// <summary>How often the printed marks of stories were scanned, by story and day.</summary>
public sealed class ScanCountStore(Database database)
{
    /// <summary>For how many days counts are kept.</summary>
    public const int KeptDays = 800;

    /// <summary>Adds what one server counted. A code that no story bears is left out.</summary>
    public async Task AddAsync(IReadOnlyCollection<ScanCount> counts, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, cancellation);
        var add = PreparedStatement.Prepare(
            transaction, """
            INSERT INTO scan_count (story_id, day, scans) SELECT id, @day, @scans FROM story WHERE code = @code
            ON CONFLICT (story_id, day) DO UPDATE SET scans = scan_count.scans + @scans
            """);

        // In one order, whatever server: two that add to the same rows then wait for each other and never both.
        foreach (var count in counts.OrderBy(count => count.Code.Digits, StringComparer.Ordinal).ThenBy(count => count.Day))
        {
            await add.RunAsync(cancellation, ("@code", count.Code.Digits), ("@day", count.Day.DayNumber), ("@scans", count.Scans));
        }

        if (counts.Count > 0)
        {
            await PreparedStatement.Prepare(transaction, "DELETE FROM scan_count WHERE day < @day").RunAsync(cancellation, ("@day", counts.Max(count => count.Day).DayNumber - KeptDays));
        }

        await transaction.CommitAsync(cancellation);
    }

    /// <summary>The days on which a story was scanned, oldest first.</summary>
    public async Task<IReadOnlyList<ScanCount>> OfAsync(StoryCode code, DateOnly since, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT c.day, c.scans FROM scan_count c JOIN story s ON s.id = c.story_id WHERE s.code = @code AND c.day >= @day ORDER BY c.day",
            row => new ScanCount(code, DateOnly.FromDayNumber(row.GetInt32(0)), row.GetInt64(1)), cancellation, ("@code", code.Digits), ("@day", since.DayNumber));
    }
}

/// <summary>How often a story was scanned on a day.</summary>
/// <param name="Day">In the publication's time zone.</param>
public sealed record ScanCount(StoryCode Code, DateOnly Day, long Scans)
{
    /// <summary>The day on which a scan counts: that of the main edition.</summary>
    public static DateOnly DayOf(Publication publication, DateTimeOffset instant) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(instant, publication.MainEdition.Zone).DateTime);
}
