using Storyprint.Operations;
using Storyprint.Operations.Backup;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Serving;

namespace Storyprint.Tests.Operations.Backup;

/// <summary>Backups of either engine, restored into PostgreSQL.</summary>
public class RestoreToServerTests : IDisposable
{
    public sealed class OnPostgres : RestoreToServerTests, IOnPostgres;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-restore-").FullName;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Target => Path.Combine(folder, "backup");

    [Fact]
    public async Task A_backup_is_restored_onto_a_new_server_with_its_log_and_the_settings_name_that()
    {
        using var small = await SmallInstallation.CreateAsync();
        var picture = await small.PictureAsync(3);
        await small.ReleaseAsync("First");
        await small.ReleaseAsync("Second");
        var made = await small.BackUpAsync(Target, withKeys: true);
        var server = await PostgresCluster.MakeDatabaseAsync(Cancellation);
        Assert.Null((await RestoreAsync("restored", server)).Problem);
        var (installation, refused) = Installation.Open(Path.Combine(folder, "restored"));
        Assert.True(installation is not null, refused);
        Assert.Equal(new PostgresDatabase(server).Place, Assert.IsType<PostgresDatabase>(installation.Database).Place);
        var log = await LogIntegrityCheck.ReadAsync(installation.Database, cancellation: Cancellation);
        Assert.Null(log.Problem);
        Assert.Equal((made.Manifest.LogSize, made.Manifest.LogRoot), (log.Head!.Size, log.Head.Root.ToString()));
        Assert.True(File.Exists(((MediaFolder)installation.Media).OriginalPath(picture)));
        Assert.False(File.Exists(Path.Combine(folder, "restored", "storyprint.db")));
        Assert.False(File.Exists(installation.Log.Mark.Path));
        Assert.Null(await installation.PrepareAsync(Cancellation));
    }

    [Fact]
    public async Task A_database_that_is_not_empty_is_refused_and_nothing_stands_in_the_folder()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.BackUpAsync(Target);
        var server = await PostgresCluster.MakeDatabaseAsync(Cancellation);
        await PostgresCluster.ExecuteAsync(Name(server), "INSERT INTO id_allocator (name, last_value) VALUES ('story', 7)", Cancellation);
        Assert.Contains("not empty", (await RestoreAsync("restored", server)).Problem, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "restored")));
        var used = await PostgresCluster.MakeDatabaseAsync(Cancellation);
        Assert.Null((await RestoreAsync("first", used)).Problem);
        Assert.Contains("already holds", (await RestoreAsync("second", used)).Problem, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_restoration_that_was_stopped_is_completed_by_the_next()
    {
        using var small = await SmallInstallation.CreateAsync();
        await small.ReleaseAsync("First");
        await small.BackUpAsync(Target);
        var server = await PostgresCluster.MakeDatabaseAsync(Cancellation);
        await Assert.ThrowsAsync<IOException>(() => RestoreAsync("restored", server, new Told(step =>
        {
            if (step.What == "rows of log_entry")
            {
                throw new IOException("The line broke.");
            }
        })));
        Assert.Empty(Directory.EnumerateFileSystemEntries(Path.Combine(folder, "restored")));
        Assert.Null((await RestoreAsync("restored", server)).Problem);
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
        GC.SuppressFinalize(this);
    }

    private async Task<(BackupManifest? Manifest, string? Problem)> RestoreAsync(string name, string to, IProgress<StepProgress>? progress = null)
    {
        await using var backup = RestoreBackup.At(Target)!;
        return await new RestoreBackup(progress) { To = to }.RunAsync(TestActor.Editor, backup, Path.Combine(folder, name), Cancellation);
    }

    private static string Name(string connection) => new Npgsql.NpgsqlConnectionStringBuilder(connection).Database!;
}
