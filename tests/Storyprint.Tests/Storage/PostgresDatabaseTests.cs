using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage;

public sealed class PostgresDatabaseTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Writers_come_one_behind_the_other_and_what_one_reads_stays_true()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        await using (var connection = await database.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync("INSERT INTO id_allocator (name, last_value) VALUES ('story', 0)", Cancellation);
        }

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => CountAsync(database)));
        await using var after = await database.OpenAsync(Cancellation);
        Assert.Equal(20, await after.ScalarAsync<long>("SELECT last_value FROM id_allocator", Cancellation));
    }

    [Fact]
    public async Task A_server_that_acknowledges_early_does_not_for_a_release()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation) + ";Options='-c synchronous_commit=off'");
        await using var connection = await database.OpenAsync(Cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, Cancellation);
        Assert.Equal("on", await connection.ScalarAsync<string>("SHOW synchronous_commit", Cancellation));
    }

    [Theory]
    [InlineData("LATIN1")]
    [InlineData("SQL_ASCII")]
    public async Task A_database_without_all_letters_is_refused_before_anything_is_made_in_it(string encoding)
    {
        var name = $"encoded_{encoding.ToLowerInvariant()}";
        await PostgresCluster.DropAsync(name, Cancellation);
        await PostgresCluster.ExecuteAsync("postgres", $"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE template0 LOCALE 'C'", Cancellation);
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(await PostgresCluster.MakeDatabaseAsync(Cancellation)) { Database = name }.ToString();
        await using (var database = new PostgresDatabase(connection))
        {
            var refused = await Assert.ThrowsAsync<InvalidDataException>(() => database.MigrateAsync(Cancellation));
            Assert.Contains(encoding, refused.Message, StringComparison.Ordinal);
            Assert.Contains("createdb --encoding=UTF8", refused.Message, StringComparison.Ordinal);
            await using var open = await database.OpenAsync(Cancellation);
            Assert.Equal(0, await open.ScalarAsync<long>("SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'public'", Cancellation));
        }

        await PostgresCluster.DropAsync(name, Cancellation);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData(";Max Auto Prepare=0", false)]
    public async Task A_statement_asked_again_and_again_stays_prepared_unless_the_setting_says_otherwise(string setting, bool stays)
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation) + setting);
        for (var time = 0; time < 8; time++)
        {
            await using var each = await database.OpenAsync(Cancellation);
            await each.ScalarAsync<long>("SELECT last_value FROM id_allocator WHERE name = @name", Cancellation, ("@name", "story"));
        }

        await using var connection = await database.OpenAsync(Cancellation);
        Assert.Equal(stays, await connection.ScalarAsync<long>("SELECT COUNT(*) FROM pg_prepared_statements WHERE statement LIKE '%FROM id_allocator%'", Cancellation) > 0);
    }

    [Fact]
    public async Task Search_rows_that_wait_are_put_into_the_index_beside_releases()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        await using var connection = await database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("INSERT INTO search (sort_key, words) VALUES (1, 'boat:1 quay:2')", Cancellation);
        Assert.True(await database.OptimizeAsync(cancellation: Cancellation));
        Assert.Equal(0, await connection.ScalarAsync<long>("""SELECT gin_clean_pending_list('"IX_search_words"')""", Cancellation));
    }

    [Fact]
    public async Task Names_are_ordered_by_their_bytes_whatever_the_server_speaks()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        await using var connection = await database.OpenAsync(Cancellation);
        foreach (var name in (string[])["b", "Å", "A", "a", "ب", "B"])
        {
            await connection.ExecuteAsync("INSERT INTO term (kind, edition, slug, name) VALUES ('section', 'en', @name, @name)", Cancellation, ("@name", name));
        }

        Assert.Equal(["A", "B", "a", "b", "Å", "ب"], await connection.QueryAsync("SELECT name FROM term ORDER BY name", row => row.GetString(0), Cancellation));
    }

    [Theory]
    [InlineData("my secret")]
    [InlineData("Colour=secret")]
    [InlineData("Database=secret")]
    [InlineData("postgres://secret host/")]
    [InlineData("postgres://ed:secret@db.example.org:port/ledger")]
    [InlineData("postgres://ed:secret@db.example.org/ledger?colour=secret")]
    [InlineData("postgres://ed:secret@db.example.org/ledger?sslmode=secret")]
    [InlineData("postgres://ed:secret@db.example.org/ledger?connect_timeout=secret")]
    [InlineData("postgres:///secret")]
    public void What_is_no_setting_is_refused_without_repeating_it(string setting) =>
        Assert.DoesNotContain("secret", Assert.Throws<InvalidOperationException>(() => DatabaseSetting.Open(setting, ".")).Message, StringComparison.Ordinal);

    private static async Task CountAsync(PostgresDatabase database)
    {
        await using var connection = await database.OpenAsync(Cancellation);
        await using var transaction = await database.BeginWriteAsync(connection, Cancellation);
        var value = await connection.ScalarAsync<long>("SELECT last_value FROM id_allocator", Cancellation);
        await Task.Delay(2, Cancellation);
        await connection.ExecuteAsync("UPDATE id_allocator SET last_value = @value", Cancellation, ("@value", value + 1));
        await transaction.CommitAsync(Cancellation);
    }
}
