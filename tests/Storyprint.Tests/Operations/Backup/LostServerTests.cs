using Npgsql;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Backup;

public sealed class LostServerTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-lost-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "backup");

    [Theory]
    [InlineData("rows of story")]
    [InlineData("rows of revision compared")]
    public async Task A_server_that_is_lost_during_a_backup_is_told_in_words_and_leaves_the_earlier_backup(string step)
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        await using var cluster = await PostgresCluster.OwnAsync(cancellation: Cancellation);
        await cluster.RunAsync("CREATE DATABASE ledger TEMPLATE template_storyprint", Cancellation);
        using var small = await SmallInstallation.CreateAsync(engine: TestEngine.On(folder, cluster.Connection("ledger")));
        await small.ReleaseAsync("First");
        var earlier = await small.BackUpAsync(Target);
        await small.ReleaseAsync("Second");
        var fault = await Assert.ThrowsAnyAsync<NpgsqlException>(() => small.BackUpAsync(Target, progress: new Told(told =>
        {
            if (told.What == step)
            {
                cluster.KillAsync().GetAwaiter().GetResult();
            }
        })));
        Assert.Contains("cannot be reached", BackupErrors.Sentence(fault, small.Installation.Database), StringComparison.Ordinal);
        await using (var backup = RestoreBackup.At(Target)!)
        {
            var (manifest, problem) = await new RestoreBackup().CheckAsync(backup, Cancellation);
            Assert.Null(problem);
            Assert.Equal(earlier.Manifest.ToJson(), manifest!.ToJson());
        }

        await cluster.StartAsync(Cancellation);
        small.Installation.Database.CloseIdle();
        Assert.Equal(2, (await small.BackUpAsync(Target)).Manifest.Stories);
    }

    [Fact]
    public async Task A_database_of_another_version_and_one_without_a_publication_are_not_backed_up()
    {
        Assert.SkipWhen(PostgresCluster.Missing is not null, PostgresCluster.Missing ?? "");
        var empty = new PostgresDatabase(await PostgresCluster.MakeDatabaseAsync(Cancellation));
        Assert.Contains("no log", await empty.CopyToAsync(Path.Combine(folder, "empty.db"), null, Cancellation), StringComparison.Ordinal);
        await using (var connection = await empty.OpenAsync(Cancellation))
        {
            await connection.ExecuteAsync($"""DELETE FROM "__EFMigrationsHistory" WHERE "MigrationId" = '{PostgresDatabase.NewestMigration}'""", Cancellation);
        }

        Assert.Contains("another version", await empty.CopyToAsync(Path.Combine(folder, "old.db"), null, Cancellation), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
