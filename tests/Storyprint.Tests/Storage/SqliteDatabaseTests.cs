using System.Data.Common;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage;

public sealed class SqliteDatabaseTests
{
    [Fact]
    public async Task Releases_leave_the_search_index_in_pieces_and_tidying_joins_them_while_releases_go_on()
    {
        var cancellation = TestContext.Current.CancellationToken;
        using var desk = await ReleaseFixture.OpenAsync();
        for (var number = 0; number < 12; number++)
        {
            await desk.PublishedAsync($"Boat number {number} leaves");
        }

        await using var connection = await desk.Database.OpenAsync(cancellation);
        var before = await PiecesAsync(connection);
        var tidied = desk.Engine.Open();
        await Task.WhenAll(tidied.OptimizeAsync(cancellation: cancellation), desk.PublishedAsync("One more boat"));
        while (!await tidied.OptimizeAsync(cancellation: cancellation))
        {
        }

        Assert.InRange(before, 8, 16);
        Assert.InRange(await PiecesAsync(connection), 1, 4);

        // Fails where the index and its rows disagree (FTS5 6.5).
        await connection.ExecuteAsync("INSERT INTO search (search) VALUES ('integrity-check')", cancellation);
        Assert.Equal(13, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM search WHERE search MATCH 'boat'", cancellation));
        Assert.Equal(13, await desk.VerifyAsync());
    }

    private static Task<long> PiecesAsync(DbConnection connection) =>
        connection.ScalarAsync<long>("SELECT COUNT(DISTINCT segid) FROM search_idx", TestContext.Current.CancellationToken)!;
}
