using System.Diagnostics;
using System.Globalization;
using System.Text;
using Npgsql;
using Storyprint.Newsroom.Releases;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Tests.Engines;
using Storyprint.Tests.Storage.Releases;

namespace Storyprint.Tests.Storage.Released;

/// <summary>
/// Writes the dumps of a version, once, when it is released: <c>STORYPRINT_RELEASED_VERSION=0.2.0</c> and this class with <c>--explicit only</c>.
/// Those of a version that was released before are never written again.
/// </summary>
public class MakeReleasedVersion
{
    public sealed class OnPostgres : MakeReleasedVersion, IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact(Explicit = true)]
    public async Task The_database_of_this_version_is_kept()
    {
        var version = Environment.GetEnvironmentVariable("STORYPRINT_RELEASED_VERSION") ?? throw new InvalidOperationException("Name the version in STORYPRINT_RELEASED_VERSION.");
        Assert.False(File.Exists(ReleasedVersions.FileOf(version)), $"{version} was released before.");
        using var desk = await ReleaseFixture.OpenAsync();
        await FillAsync(desk);
        var sql = desk.Engine.Setting is { } setting ? await DumpAsync(setting) : await DumpAsync(desk.Database);
        Directory.CreateDirectory(Path.GetDirectoryName(ReleasedVersions.FileOf(version))!);
        await File.WriteAllTextAsync(ReleasedVersions.FileOf(version), sql, Cancellation);
    }

    private static async Task FillAsync(ReleaseFixture desk)
    {
        var publish = new PublishStory(desk.Store, TestPublication.Settings);
        Done(await publish.RunAsync(TestActor.Editor, ReleaseFixture.Text("The ferry sails on"), Slug.From("The ferry sails on"), null, null, Cancellation));
        var wrong = Done(await publish.RunAsync(TestActor.Editor, ReleaseFixture.Text("The corrected ferry"), Slug.From("The corrected ferry"), null, null, Cancellation)).Code;
        Done(await new CorrectStory(desk.Store).RunAsync(
            TestActor.Editor, wrong, new ReleaseText.Given(ReleaseFixture.Text("The corrected ferry", "The ferry carries 112 people."), null, null, RevisionNumber.First),
            new NoteWords { Text = "It said 120. It is 112.", Said = "120", Says = "112" }, Cancellation));
        var gone = Done(await publish.RunAsync(TestActor.Editor, ReleaseFixture.Text("The withdrawn ferry"), Slug.From("The withdrawn ferry"), null, null, Cancellation)).Code;
        Done(await desk.WithdrawAsync(gone, 1));
        var waiting = TestPublication.Story("waiting", "The waiting ferry", "It waits.", desk.Clock.Now.AddYears(100)) with { Status = StoryStatus.Scheduled };
        await new ImportStore(desk.Database, desk.Log, desk.Clock).SaveAsync(TestActor.Importer, [waiting], 1, Cancellation);
    }

    private static Storyprint.Storage.Releases.ReleaseOutcome.Done Done(Storyprint.Storage.Releases.ReleaseOutcome outcome) =>
        Assert.IsType<Storyprint.Storage.Releases.ReleaseOutcome.Done>(outcome);

    private static async Task<string> DumpAsync(string setting)
    {
        var server = new NpgsqlConnectionStringBuilder(setting);
        var program = new ProcessStartInfo("pg_dump", ["-h", server.Host!, "-U", server.Username!, "--inserts", "--no-owner", "--no-privileges", server.Database!]) { RedirectStandardOutput = true };
        using var dump = Process.Start(program)!;
        var text = await dump.StandardOutput.ReadToEndAsync(Cancellation);
        await dump.WaitForExitAsync(Cancellation);
        Assert.Equal(0, dump.ExitCode);

        // What only psql reads, and comments.
        return string.Join('\n', text.Split('\n').Where(line => !line.StartsWith('\\') && !line.StartsWith("--", StringComparison.Ordinal) && line.Length > 0)) + "\n";
    }

    // The tables behind the full text are filled as they are: a contentless index cannot be read back.
    private static async Task<string> DumpAsync(Database database)
    {
        var sql = new StringBuilder("PRAGMA foreign_keys=OFF;\nBEGIN;\n");
        await using var connection = await database.OpenAsync(Cancellation);
        var made = await connection.QueryAsync(
            "SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' ORDER BY type <> 'table', name",
            row => (Type: row.GetString(0), Name: row.GetString(1), Sql: row.GetString(2)), Cancellation);
        foreach (var each in made.Where(each => !each.Name.StartsWith("search_", StringComparison.Ordinal)))
        {
            sql.Append(each.Sql).Append(";\n");
        }

        foreach (var (_, table, _) in made.Where(each => each.Type == "table" && each.Name != "search"))
        {
            var columns = await connection.QueryAsync($"SELECT name FROM pragma_table_info('{table}')", row => row.GetString(0), Cancellation);
            var rows = await connection.QueryAsync(
                $"SELECT {string.Join(" || ',' || ", columns.Select(column => $"quote(\"{column}\")"))} FROM \"{table}\"", row => row.GetString(0), Cancellation);
            sql.Append(string.Create(CultureInfo.InvariantCulture, $"DELETE FROM \"{table}\";\n"));
            rows.ForEach(row => sql.Append(string.Create(CultureInfo.InvariantCulture, $"INSERT INTO \"{table}\" VALUES({row});\n")));
        }

        return sql.Append("COMMIT;\n").ToString().ReplaceLineEndings("\n");
    }
}
