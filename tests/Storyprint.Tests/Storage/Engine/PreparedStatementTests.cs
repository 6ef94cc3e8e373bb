using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage.Engine;

public class PreparedStatementTests
{
    public sealed class OnPostgres : PreparedStatementTests, IOnPostgres;

    private const string Insert = "INSERT INTO term (kind, edition, slug, name) VALUES (@kind, @edition, @slug, @name)";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Values_go_where_their_names_stand_in_whatever_order_they_are_given()
    {
        await RunAsync(async insert =>
        {
            await insert.RunAsync(Cancellation, ("@kind", "topic"), ("@edition", "en"), ("@slug", "a"), ("@name", "A"));
            await insert.RunAsync(Cancellation, ("@name", "B"), ("@slug", "b"), ("@edition", "en"), ("@kind", "topic"));
            await insert.RunAsync(Cancellation, ("@kind", "topic"), ("@edition", "en"), ("@slug", "c"), ("@name", "C"));
        }, ["a A", "b B", "c C"]);
    }

    [Fact]
    public async Task A_value_that_is_missing_and_one_too_many_and_one_misspelt_are_faults()
    {
        await RunAsync(async insert =>
        {
            await Assert.ThrowsAsync<ArgumentException>(() => insert.RunAsync(Cancellation, ("@kind", "topic"), ("@edition", "en"), ("@slug", "a")));
            await Assert.ThrowsAsync<ArgumentException>(() => insert.RunAsync(Cancellation, ("@kind", "t"), ("@edition", "en"), ("@slug", "a"), ("@name", "A"), ("@more", 1)));
            await Assert.ThrowsAsync<ArgumentException>(() => insert.RunAsync(Cancellation, ("@kind", "t"), ("@edition", "en"), ("@slug", "a"), ("@nam", "A")));
        }, []);
    }

    private static async Task RunAsync(Func<PreparedStatement, Task> run, string[] rows)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-sql-").FullName;
        await using var engine = await TestEngine.CreateAsync(folder);
        var database = engine.Open();
        await database.MigrateAsync(Cancellation);
        await using (var connection = await database.OpenAsync(Cancellation))
        {
            await using var transaction = await database.BeginWriteAsync(connection, Cancellation);
            await run(PreparedStatement.Prepare(transaction, Insert));
            await transaction.CommitAsync(Cancellation);
            Assert.Equal(rows, await connection.QueryAsync("SELECT slug, name FROM term ORDER BY slug", row => $"{row.GetString(0)} {row.GetString(1)}", Cancellation));
        }

        database.CloseIdle();
        Directory.Delete(folder, recursive: true);
    }
}
