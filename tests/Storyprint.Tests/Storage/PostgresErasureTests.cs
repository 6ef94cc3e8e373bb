using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Storage;

/// <summary>What <see cref="PostgresErasure"/> cannot take out of the server's files it names.</summary>
public sealed class PostgresErasureTests : IOnPostgres
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_that_is_in_use_is_named_and_nobody_waits_for_it()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        Assert.Equal([], await database.EraseRemnantsAsync(Cancellation));
        await using var reader = await database.OpenAsync(Cancellation);
        await using var reading = await reader.BeginTransactionAsync(Cancellation);
        await reader.ExecuteAsync("LOCK TABLE draft IN ACCESS SHARE MODE", Cancellation);
        Assert.Equal(["draft"], await database.EraseRemnantsAsync(Cancellation));
        await reading.RollbackAsync(Cancellation);
        Assert.Equal([], await database.EraseRemnantsAsync(Cancellation));
    }

    [Fact]
    public async Task A_role_that_may_not_rewrite_the_statistics_is_told()
    {
        await using var database = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        await using var connection = await database.OpenAsync(Cancellation);
        await connection.ExecuteAsync("DO $$ BEGIN CREATE ROLE scribe; EXCEPTION WHEN duplicate_object THEN NULL; END $$", Cancellation);
        foreach (var table in (string[])["story", "revision", "draft", "search", "term", "legacy_url", "story_topic", "story_byline", "story_note", "legacy_target", "story_comment", "picture", "library_picture", "fingerprint_run", "fingerprint_block", "draft_text", "draft_edit", "draft_comment", "filed_copy", "notice", "outgoing_mail"])
        {
            await connection.ExecuteAsync($"ALTER TABLE {table} OWNER TO scribe", Cancellation);
        }

        await connection.ExecuteAsync("SET ROLE scribe", Cancellation);
        Assert.Equal(["pg_statistic"], await new PostgresErasure(connection).RunAsync(Cancellation));
        await connection.ExecuteAsync("RESET ROLE", Cancellation);
    }
}
