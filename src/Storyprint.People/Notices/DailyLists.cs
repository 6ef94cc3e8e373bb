using System.Data.Common;
using Storyprint.Storage.Engine;

namespace Storyprint.People.Notices;

/// <summary>Who has a daily list of what waits, and at which hour.</summary>
public sealed class DailyLists(Database database)
{
    /// <summary>The hour of a person's list, or null where it has none.</summary>
    public async Task<TimeOnly?> OfAsync(string person, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.FirstAsync("SELECT minutes FROM daily_list WHERE person_id = @person", row => (TimeOnly?)TimeOnly.MinValue.AddMinutes(row.GetInt32(0)), cancellation, ("@person", person));
    }

    /// <summary>All lists, with the last day for which each was made.</summary>
    public async Task<IReadOnlyList<(string Person, TimeOnly At, DateOnly LastDay)>> AllAsync(CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenAsync(cancellation);
        return await connection.QueryAsync(
            "SELECT person_id, minutes, last_day FROM daily_list", row => (row.GetString(0), TimeOnly.MinValue.AddMinutes(row.GetInt32(1)), DateOnly.FromDayNumber(row.GetInt32(2))), cancellation);
    }

    /// <summary>Takes a day's list upon oneself, in the transaction that puts it into the outbox; false where another node was first.</summary>
    public static async Task<bool> TakeAsync(DbConnection connection, string person, DateOnly day, CancellationToken cancellation) => await connection.ExecuteAsync(
        "UPDATE daily_list SET last_day = @day WHERE person_id = @person AND last_day < @day", cancellation, ("@day", day.DayNumber), ("@person", person)) == 1;

    internal static async Task SetAsync(DbConnection connection, string person, TimeOnly? at, CancellationToken cancellation)
    {
        if (at is not { } hour)
        {
            await connection.ExecuteAsync("DELETE FROM daily_list WHERE person_id = @person", cancellation, ("@person", person));
            return;
        }

        await connection.ExecuteAsync(
            "INSERT INTO daily_list (person_id, minutes, last_day) VALUES (@person, @minutes, 0) ON CONFLICT (person_id) DO UPDATE SET minutes = @minutes", cancellation,
            ("@person", person), ("@minutes", (hour.Hour * 60) + hour.Minute));
    }
}
