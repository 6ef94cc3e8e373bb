using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Engine;

public class SqliteInterruptTests
{
    public sealed class OnPostgres : SqliteInterruptTests, IOnPostgres;

    private const string Endless = "WITH RECURSIVE n(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM n WHERE x > 0) SELECT COUNT(*) FROM n WHERE x < 0";

    [Fact]
    public async Task A_query_ends_when_nobody_waits_for_it_and_the_connection_is_good_for_the_next()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        var database = desk.Engine.Open();
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        for (var number = 0; number < 3; number++)
        {
            using var leaves = new CancellationTokenSource();
            var asked = Task.Run(() => connection.ScalarAsync<long>(Endless, leaves.Token), TestContext.Current.CancellationToken);
            leaves.CancelAfter(50);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
            Assert.Equal(0, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM story", TestContext.Current.CancellationToken));
        }
    }

    [Fact]
    public async Task What_is_asked_inside_a_transaction_is_not_torn()
    {
        using var desk = await ReleaseFixture.OpenAsync();
        Assert.SkipWhen(TestEngine.IsPostgres, "A transaction of PostgreSQL's is undone by the server.");
        var database = desk.Engine.Open();
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        await using var transaction = await database.BeginWriteAsync(connection, TestContext.Current.CancellationToken);
        using var leaves = new CancellationTokenSource();
        var registration = SqliteInterrupt.On(connection, leaves.Token);
        Assert.Equal(default, registration);
    }
}
