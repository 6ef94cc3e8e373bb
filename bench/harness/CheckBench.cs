using System.Diagnostics;
using System.Globalization;
using Storyprint.Checking;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Imports;
using Storyprint.Storage.Log;
using Storyprint.Storage.Matching;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Search;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Releases;

namespace Storyprint.Bench;

/// <summary>
/// Whether a copy leads to its story and its revision, among stories one in ten of which resembles another and one in twenty was revised; whether texts of others on
/// the same subjects are called ours; how long an answer takes, and what room the fingerprints take.
/// </summary>
internal static class CheckBench
{
    private const int Batch = 1000;

    private static readonly Publication Publication = new()
    {
        Address = "https://bench.example",
        Editions = [new Edition { Language = "en", Name = "Bench" }, new Edition { Language = "fa", Name = "بنچ" }],
    };

    /// <param name="setting">A server's database; null for a file.</param>
    public static async Task RunAsync(int stories, int questions, string? setting)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        try
        {
            var database = setting is null ? new SqliteDatabase(Path.Combine(folder, "storyprint.db")) : DatabaseSetting.Open(setting, folder);
            await database.MigrateAsync();
            using var log = new PublicationLog(
                database, PublisherName.Parse("bench.example"), new KeyFolder(Path.Combine(folder, "keys")), new HighWaterMark(Path.Combine(folder, "log.mark")), TimeProvider.System);
            _ = await log.PrepareAsync() is { } problem ? throw new InvalidOperationException(problem.Sentence) : 0;
            var copies = new CheckCopies(stories);
            await FillAsync(new ImportStore(database, log, TimeProvider.System), copies, stories);
            var check = new CheckCopy(new FingerprintIndex(database), new StoryStore(database), new SearchIndex(database), new KeyStore(database, PublisherName.Parse("bench.example")));
            var engine = setting is null ? "SQLite" : "PostgreSQL";
            await AskAsync(check, copies, questions, engine);
            await RoomAsync(database, stories, isFile: setting is null);
            database.CloseIdle();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task FillAsync(ImportStore imports, CheckCopies copies, int stories)
    {
        var watch = Stopwatch.StartNew();
        foreach (var numbers in Enumerable.Range(0, stories).Chunk(Batch))
        {
            foreach (var batch in (List<StoryToStore>[])[[.. numbers.Select(number => copies.Story(number, 1))], [.. numbers.Where(CheckCopies.IsRevised).Select(number => copies.Story(number, 2))]])
            {
                await imports.SaveAsync(
                    ReleaseContext.FromMachineUser(ReleaseMeans.Import), [.. batch.Select(PreparedStory.Create)], 1, new ImportSession(new ImportRules { Note = new ReleaseNote("What is new.") }));
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"check: {stories:N0} stories made and written in {watch.Elapsed.TotalSeconds:0.0} s"));
    }

    private static async Task RoomAsync(Database database, int stories, bool isFile)
    {
        await using var connection = await database.OpenAsync();
        var bytes = await connection.ScalarAsync<long>("SELECT CAST(SUM(LENGTH(postings)) AS BIGINT) FROM fingerprint_block", default);
        var postings = await connection.ScalarAsync<long>("SELECT CAST(SUM(postings) AS BIGINT) FROM fingerprint_run", default);
        var runs = await connection.ScalarAsync<long>("SELECT COUNT(*) FROM fingerprint_run", default);
        var all = await SizeAsync();
        await connection.ExecuteAsync("DELETE FROM fingerprint_block", default);
        var own = all - await SizeAsync();
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $"  {(double)postings / stories:0} fingerprints a story in {runs} runs, {(double)bytes / postings:0.0} bytes each; {own / 1e6:0.0} of {all / 1e6:0.0} MB"));
        new Figure { Bench = "check", What = $"room of the fingerprints, {stories:N0} stories", Rounds = [100.0 * own / (all - own)], Unit = "% more", AtMost = 25 }.Report();

        // Rewritten, so that no free room is counted.
        async Task<long> SizeAsync()
        {
            await connection.ExecuteAsync(isFile ? "VACUUM" : "VACUUM FULL", default);
            return await connection.ScalarAsync<long>(isFile ? "SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()" : "SELECT pg_database_size(current_database())", default);
        }
    }

    private static async Task AskAsync(CheckCopy check, CheckCopies copies, int questions, string engine)
    {
        var times = new List<double>();
        foreach (var (what, target, make) in copies.Kinds)
        {
            var right = 0;
            for (var question = 0; question < questions; question++)
            {
                var (text, source, revision) = make(question);
                var answer = await AnswerAsync(check, text, times);
                var isRight = answer.Parts is [var part, ..] && ((copies.IsSource(part.Revision, source) && (revision is null || part.Alike.Any(number => number.Value == revision)))
                    || part.Ties.Any(tie => copies.IsSource(tie, source)));
                right += isRight ? 1 : 0;
                if (!isRight && question - right < 2)
                {
                    Console.WriteLine($"    missed ({what}): {answer.Verdict}, {text[..Math.Min(70, text.Length)]}…");
                }
            }

            new Figure { Bench = "check", What = what, Rounds = [100.0 * right / questions], Unit = "%", AtLeast = target }.Report();
        }

        var ours = 0;
        for (var number = 0; number < questions * 5; number++)
        {
            ours += (await AnswerAsync(check, copies.Foreign(number), times)).Parts.Count > 0 ? 1 : 0;
        }

        new Figure { Bench = "check", What = $"texts of others called ours, of {questions * 5:N0}", Rounds = [ours], Unit = "", AtMost = 0 }.Report();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  an answer on {engine}: p50 {Percentile.Median(times):0} ms, p95 {Percentile.Compute(times, 0.95):0} ms, longest {times.Max():0} ms"));
        new Figure { Bench = "check", What = $"an answer, p95, {engine}", Rounds = [Percentile.Compute(times, 0.95)], Unit = "ms", AtMost = engine == "SQLite" ? 150 : 250 }.Report();
    }

    private static async Task<CopyAnswer> AnswerAsync(CheckCopy check, string text, List<double> times)
    {
        var watch = Stopwatch.StartNew();
        _ = CopyInput.TryRead(text, out var input);
        var answer = await check.RunAsync(input, Publication);
        times.Add(watch.Elapsed.TotalMilliseconds);
        return answer;
    }
}
