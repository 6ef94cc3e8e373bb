using Npgsql;
using Storyprint.Storage.Engine;
using Storyprint.Tests.Engines;
using Xunit.v3;

[assembly: AssemblyFixture(typeof(ClusterEnd))]

namespace Storyprint.Tests.Engines;

/// <summary>
/// A test class whose databases are PostgreSQL's. It derives from one that runs on SQLite, so that every test runs on both:
/// <c>public sealed class OnPostgres : XTests, IOnPostgres;</c>.
/// </summary>
public interface IOnPostgres;

/// <summary>The database of a test on the engine its class asks for.</summary>
internal sealed class TestEngine : IAsyncDisposable
{
    private readonly string folder;
    private readonly string? connection;
    private readonly bool isOurs;

    private TestEngine(string folder, string? connection, bool isOurs = true) => (this.folder, this.connection, this.isOurs) = (folder, connection, isOurs);

    public static bool IsPostgres => typeof(IOnPostgres).IsAssignableFrom((TestContext.Current.TestClass as IXunitTestClass)?.Class);

    /// <summary>What a publication's settings say; null where the database is the file in its folder.</summary>
    public string? Setting => connection;

    public string SqlitePath => Path.Combine(folder, "storyprint.db");

    private string Name => new NpgsqlConnectionStringBuilder(connection).Database!;

    /// <param name="folder">Where SQLite's file is.</param>
    public static async Task<TestEngine> CreateAsync(string folder) =>
        new(folder, IsPostgres ? await PostgresCluster.MakeDatabaseAsync(TestContext.Current.CancellationToken) : null);

    /// <summary>A database that somebody else takes away.</summary>
    public static TestEngine On(string folder, string connection) => new(folder, connection, isOurs: false);

    /// <summary>An empty database of the other engine.</summary>
    public async Task<TestEngine> OtherAsync() =>
        new(folder, connection is null ? await PostgresCluster.MakeDatabaseAsync(TestContext.Current.CancellationToken) : null);

    public Database Open() => connection is null ? new SqliteDatabase(SqlitePath) : new PostgresDatabase(connection);

    /// <summary>Keeps the database as it is now.</summary>
    public async Task BackUpAsync()
    {
        if (connection is not null)
        {
            await PostgresCluster.CopyAsync(Name, $"{Name}_backup", TestContext.Current.CancellationToken);
            return;
        }

        var database = Open();
        await database.EraseRemnantsAsync(TestContext.Current.CancellationToken);
        database.CloseIdle();
        File.Copy(SqlitePath, SqlitePath + ".backup", overwrite: true);
    }

    /// <summary>Puts the kept database in the place of the one of now.</summary>
    public async Task RestoreAsync()
    {
        if (connection is not null)
        {
            await PostgresCluster.CopyAsync($"{Name}_backup", Name, TestContext.Current.CancellationToken);
            return;
        }

        // A connection that is still to be closed would write its log into the file that takes this one's place.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        ForgetFiles();
        File.Copy(SqlitePath + ".backup", SqlitePath, overwrite: true);
    }

    /// <summary>Another publication's database with what is in this one.</summary>
    public async Task<TestEngine> CopyAsync(string toFolder)
    {
        var copy = new TestEngine(toFolder, connection is null ? null : await PostgresCluster.MakeDatabaseAsync(TestContext.Current.CancellationToken));
        if (connection is not null)
        {
            await PostgresCluster.CopyAsync(Name, copy.Name, TestContext.Current.CancellationToken);
        }
        else
        {
            await BackUpAsync();
            File.Copy(SqlitePath + ".backup", copy.SqlitePath);
        }

        return copy;
    }

    /// <summary>Takes everything away.</summary>
    public async Task EmptyAsync()
    {
        if (connection is not null)
        {
            await PostgresCluster.CopyAsync("template0", Name, TestContext.Current.CancellationToken);
            return;
        }

        ForgetFiles();
        File.Delete(SqlitePath);
    }

    /// <summary>Makes the next writes fail because nothing may be written.</summary>
    public Task MakeReadOnlyAsync(Database database) => BreakAsync(
        database, "PRAGMA query_only = ON", $"ALTER DATABASE {Name} SET default_transaction_read_only = on");

    /// <summary>Makes the next large write fail because there is no room.</summary>
    public Task FillDiskAsync(Database database) => BreakAsync(
        database, "PRAGMA max_page_count = 1",
        """
        CREATE FUNCTION disk_full() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'No space left on device' USING ERRCODE = '53100'; END $$;
        CREATE TRIGGER disk_full BEFORE INSERT ON revision FOR EACH ROW EXECUTE FUNCTION disk_full()
        """);

    /// <summary>Takes back what was broken.</summary>
    public async Task MendAsync(Database database)
    {
        database.CloseIdle();
        if (connection is not null)
        {
            await PostgresCluster.ExecuteAsync(Name, $"ALTER DATABASE {Name} RESET default_transaction_read_only", TestContext.Current.CancellationToken);
            await PostgresCluster.ExecuteAsync(Name, "DROP FUNCTION IF EXISTS disk_full CASCADE", TestContext.Current.CancellationToken);
        }
    }

    // SQLite's pool hands the same connection out again, and what is set on it holds; PostgreSQL's forgets, and the database is told.
    private async Task BreakAsync(Database database, string onSqlite, string onPostgres)
    {
        await using (var open = await database.OpenAsync(TestContext.Current.CancellationToken))
        {
            await open.ExecuteAsync(connection is null ? onSqlite : onPostgres, TestContext.Current.CancellationToken);
        }

        if (connection is not null)
        {
            database.CloseIdle();
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (connection is not null && isOurs)
        {
            await PostgresCluster.DropAsync(Name, CancellationToken.None);
        }
    }

    // The last process that leaves brings the log into the file; those that a test has killed did not.
    private void ForgetFiles()
    {
        foreach (var file in Directory.EnumerateFiles(folder, "storyprint.db-*"))
        {
            File.Delete(file);
        }
    }
}

/// <summary>Stops the cluster when the last test is done.</summary>
public sealed class ClusterEnd : IAsyncDisposable
{
    public async ValueTask DisposeAsync() => await PostgresCluster.StopAsync();
}
