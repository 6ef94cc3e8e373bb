using Storyprint.EndToEnd.Machine;
using Storyprint.Operations;
using Storyprint.Storage.Engine;

namespace Storyprint.EndToEnd;

/// <summary>An import whose process is killed, again and again, and then allowed to end.</summary>
public sealed class InterruptedImportTests : IDisposable
{
    private const int Posts = 8_000;
    private const int Kills = 3;

    private readonly string folder = Directory.CreateTempSubdirectory("storyprint-killed-").FullName;

    [Fact]
    public async Task A_killed_import_is_completed_by_the_next_and_changes_nothing_after()
    {
        var data = Path.Combine(folder, "data");
        var archive = Path.Combine(folder, "archive.xml");
        Directory.CreateDirectory(data);
        File.Copy(Path.Combine(AppContext.BaseDirectory, "demo/publication.json"), Installation.SettingsPath(data));
        FerryExport.Write(archive, Posts);
        var database = Installation.Open(data).Installation!.Database;
        await database.MigrateAsync(TestContext.Current.CancellationToken);

        long reached = 0;
        for (var kill = 0; kill < Kills; kill++)
        {
            await using var import = StoryprintProcess.Start("import", archive, "--data", data);
            while (!import.HasExited && await CountAsync(database, "SELECT COUNT(*) FROM story") <= reached)
            {
                await Task.Delay(15, TestContext.Current.CancellationToken);
            }

            Assert.False(import.HasExited, import.Said);
            await import.KillAsync();
            reached = await CountAsync(database, "SELECT COUNT(*) FROM story");
        }

        // The kills came in the middle, or the test tests nothing.
        Assert.InRange(reached, 1, Posts - 1);
        await AssertSoundAsync(database);
        Assert.Equal(reached, await CountAsync(database, "SELECT COUNT(*) FROM revision"));

        await ImportAsync(archive, data);
        await AssertAllOnceAsync(database);
        var whole = await TextAsync(database, Everything);

        Assert.Contains($"{Posts:N0} unchanged", await ImportAsync(archive, data), StringComparison.Ordinal);
        Assert.Equal(whole, await TextAsync(database, Everything));
    }

    public void Dispose()
    {
        Directory.Delete(folder, recursive: true);
    }

    private const string Everything = """
        SELECT group_concat(line, char(10)) FROM (
          SELECT s.code || ' ' || s.source_id || ' ' || s.current_revision || ' ' || hex(r.digest) || ' ' || hex(r.salt) AS line
          FROM story s JOIN revision r ON r.story_id = s.id ORDER BY s.id, r.number)
        """;

    private static async Task AssertAllOnceAsync(Database database)
    {
        Assert.Equal(Posts, await CountAsync(database, "SELECT COUNT(*) FROM story"));
        Assert.Equal(Posts, await CountAsync(database, "SELECT COUNT(DISTINCT source_id) FROM story"));
        Assert.Equal(Posts, await CountAsync(database, "SELECT COUNT(DISTINCT code) FROM story"));
        Assert.Equal(Posts, await CountAsync(database, "SELECT COUNT(*) FROM revision"));
        await AssertSoundAsync(database);
    }

    private static async Task AssertSoundAsync(Database database)
    {
        // A fresh connection: FTS5's check trusts the segment list its connection has read before, which another process has moved on from.
        database.CloseIdle();
        Assert.Equal("ok", await TextAsync(database, "PRAGMA integrity_check"));
    }

    private static async Task<string> ImportAsync(string archive, string data)
    {
        var (exitCode, said) = await StoryprintProcess.RunAsync("import", archive, "--data", data);
        Assert.True(exitCode == 0, said);
        return said;
    }

    private static async Task<long> CountAsync(Database database, string sql)
    {
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ScalarAsync<long>(sql, TestContext.Current.CancellationToken);
    }

    private static async Task<string?> TextAsync(Database database, string sql)
    {
        await using var connection = await database.OpenAsync(TestContext.Current.CancellationToken);
        return await connection.ScalarAsync<string>(sql, TestContext.Current.CancellationToken);
    }
}
