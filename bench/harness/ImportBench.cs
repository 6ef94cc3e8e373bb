using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Storyprint.Formats.Imports;
using Storyprint.Formats.Wxr;
using Storyprint.Newsroom.Imports;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Pictures;
using Storyprint.Storage.Releases;
using Storyprint.Stories.Editions;

namespace Storyprint.Bench;

/// <summary>Items a second of an import, against a bare bulk insert of the rows it made into an equal database.</summary>
internal static class ImportBench
{
    private static readonly string[] Tables = ["story", "revision", "story_topic", "story_byline", "term", "legacy_url", "log_entry", "log_hash"];

    public static async Task RunAsync(int stories, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        try
        {
            var export = Path.Combine(folder, "export.xml");
            new Archive(1).WriteWxr(export, stories);
            var megabytes = new FileInfo(export).Length / 1e6;
            var (ratios, speeds) = (new List<double>(), new List<double>());
            Console.WriteLine($"import: {stories:N0} stories, {megabytes:0.0} MB of WordPress export, {rounds} rounds in turns");
            for (var round = 1; round <= rounds; round++)
            {
                var imported = Path.Combine(folder, $"import-{round}.db");
                var import = await TimeAsync(() => ImportAsync(export, imported, folder));
                var bare = await BareAsync(imported, Path.Combine(folder, $"bare-{round}.db"));
                ratios.Add(import.TotalSeconds / bare.TotalSeconds);
                speeds.Add(stories / import.TotalSeconds);
                Console.WriteLine(
                    $"  round {round}: import {stories / import.TotalSeconds,8:N0} stories/s   bare insert {stories / bare.TotalSeconds,8:N0} stories/s   ratio {ratios[^1]:0.00}");
            }

            Console.WriteLine($"  garbage collections {GC.CollectionCount(0)}/{GC.CollectionCount(1)}/{GC.CollectionCount(2)}, pauses {GC.GetTotalPauseDuration().TotalSeconds:0.0} s");
            new Figure { Bench = "import", What = $"{stories:N0} stories of a WordPress export, {megabytes:0} MB, each sealed and logged", Rounds = speeds, Unit = "stories/s", AtLeast = 2000 }.Report();
            new Figure
            {
                Bench = "import",
                What = "the same",
                Rounds = ratios,
                Unit = "bare bulk inserts",
                Beside = "the same rows by prepared statements in one transaction, full text left out, in turns",
            }.Report();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task ImportAsync(string export, string path, string folder)
    {
        var publication = new Publication
        {
            Address = "https://bench.example",
            Editions = [new Edition { Language = "en", Name = "Bench" }],
        };
        var database = new SqliteDatabase(path);
        await database.MigrateAsync();
        using var log = new PublicationLog(
            database, PublisherName.Parse("bench.example"), new KeyFolder($"{path}.keys"), new HighWaterMark($"{path}.mark"), TimeProvider.System);
        if (await log.PrepareAsync() is { } problem)
        {
            throw new InvalidOperationException(problem.Sentence);
        }

        var pictures = new PictureStore(database, new MediaFolder(folder), TimeProvider.System);
        var import = new ImportStories(new ImportStore(database, log, TimeProvider.System), pictures, publication);
        var archive = new WxrImportReader(export, new ImportOptions { Publication = publication, Edition = publication.MainEdition });
        await import.RunAsync(ReleaseContext.FromMachineUser(ReleaseMeans.Import), archive, new MediaFileLocator(), isDryRun: false, null);
    }

    // The same rows, full text included, by prepared statements in one transaction: nothing could put them there with less work.
    private static async Task<TimeSpan> BareAsync(string from, string to)
    {
        var database = new SqliteDatabase(to);
        await database.MigrateAsync();
        await using var connection = (SqliteConnection)await database.OpenAsync();
        await connection.ExecuteAsync($"ATTACH '{from}' AS made", default);
        var copies = new List<(string Sql, List<object[]> Rows)>();
        foreach (var table in Tables)
        {
            var rows = await connection.QueryAsync($"SELECT * FROM made.{table}", reader =>
            {
                var row = new object[reader.FieldCount];
                reader.GetValues(row);
                return row;
            }, default);
            copies.Add(($"INSERT INTO main.{table} VALUES ({string.Join(',', Enumerable.Range(0, rows[0].Length).Select(index => $"@p{index}"))})", rows));
        }

        return await TimeAsync(async () =>
        {
            await using var transaction = await connection.BeginTransactionAsync();
            foreach (var (sql, rows) in copies)
            {
                await using var command = connection.CreateCommand();
                command.CommandText = sql;
                for (var index = 0; index < rows[0].Length; index++)
                {
                    command.Parameters.Add(new SqliteParameter($"@p{index}", null));
                }

                foreach (var row in rows)
                {
                    for (var index = 0; index < row.Length; index++)
                    {
                        command.Parameters[index].Value = row[index];
                    }

                    command.ExecuteNonQuery();
                }
            }

            await transaction.CommitAsync();
        });
    }

    private static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        await work();
        return watch.Elapsed;
    }
}
