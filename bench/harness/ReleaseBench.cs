using System.Diagnostics;
using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Bench;

/// <summary>Durable, sealed and logged releases a second by one writer, against bare inserts of a revision's row, each with its own commit, in the same database.</summary>
internal static class ReleaseBench
{
    private static readonly Publication Publication = new() { Address = "https://bench.example", Editions = [new Edition { Language = "en", Name = "Bench" }] };

    public static async Task RunAsync(int releases, int rounds)
    {
        var folder = Directory.CreateTempSubdirectory("storyprint-bench-").FullName;
        try
        {
            var database = new SqliteDatabase(Path.Combine(folder, "storyprint.db"));
            await database.MigrateAsync();
            using var log = new PublicationLog(
                database, PublisherName.Parse("bench.example"), new KeyFolder(Path.Combine(folder, "keys")), new HighWaterMark(Path.Combine(folder, "log.mark")), TimeProvider.System);
            if (await log.PrepareAsync() is { } problem)
            {
                throw new InvalidOperationException(problem.Sentence);
            }

            var store = new ReleaseStore(database, log, TimeProvider.System);
            await using (var connection = await database.OpenAsync())
            {
                await connection.ExecuteAsync("CREATE TABLE bare (id INTEGER PRIMARY KEY, content TEXT NOT NULL, digest BLOB NOT NULL)", default);
            }

            var codes = new List<StoryCode>();
            for (var number = 0; number < releases; number++)
            {
                codes.Add(((ReleaseOutcome.Done)await new PublishStory(store, Publication).RunAsync(
                    ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine), Content(number, 0), Slug.From($"story-{number}"), null, null)).Code);
            }

            var (ratios, times) = (new List<double>(), new List<double>());
            for (var round = 0; round <= rounds; round++)
            {
                var (revision, current) = (round + 1, new RevisionNumber(round + 1));
                var release = await TimeAsync(releases, async number =>
                {
                    var outcome = await new UpdateStory(store).RunAsync(
                        ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine),
                        codes[number], new ReleaseText.Given(Content(number, revision), null, null, current), new ReleaseNote("It went on."));
                    _ = outcome as ReleaseOutcome.Done ?? throw new InvalidOperationException(outcome.ToString());
                });
                var bare = await TimeAsync(releases, number => InsertAsync(database, StoryJson.Write(Content(number, revision))));
                if (round == 0)
                {
                    // The first warms both up.
                    continue;
                }

                ratios.Add(release / bare);
                times.Add(release * 1000);
                Console.WriteLine(
                    $"  round {round}: releases {1 / release,7:N0}/s ({release * 1000:0.00} ms)   bare inserts {1 / bare,7:N0}/s ({bare * 1000:0.00} ms)   ratio {ratios[^1]:0.00}");
            }

            new Figure
            {
                Bench = "release",
                What = "a release: durable, sealed, logged, searchable",
                Rounds = ratios,
                Unit = "bare inserts",
                AtMost = 5,
                Beside = "an insert of the same text with its own commit in the same database, in turns",
            }.Report();
            new Figure { Bench = "release", What = "the same, by one writer", Rounds = times, Unit = "ms" }.Report();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task InsertAsync(SqliteDatabase database, string content)
    {
        await using var connection = await database.OpenAsync();
        await using var transaction = await database.BeginWriteAsync(connection);
        await connection.ExecuteAsync("INSERT INTO bare (content, digest) VALUES (@content, @digest)", default, ("@content", content), ("@digest", new byte[32]));
        await transaction.CommitAsync();
    }

    // Seconds of one, on average.
    private static async Task<double> TimeAsync(int count, Func<int, Task> work)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        for (var number = 0; number < count; number++)
        {
            await work(number);
        }

        return watch.Elapsed.TotalSeconds / count;
    }

    private static StoryContent Content(int number, int revision) => new()
    {
        Language = "en",
        Headline = $"The harbour counts its boats, day {number}",
        Standfirst = "Somebody stands on the quay with a notebook.",
        Section = "harbour",
        Bylines = ["Ines Calloway"],
        Topics = ["Boats", "Counting"],
        Body =
        [
            .. Enumerable.Range(0, 12).Select(paragraph => new Paragraph(RichText.From(
                $"On day {number} the harbour counted {(number * 7) + paragraph} boats at the {paragraph} o’clock bell, and wrote the number into a book that has stood on the same shelf since the harbour was built. Nobody asks for it, and it is never wrong."))),
            new Paragraph(RichText.From($"The book was opened {revision} times since.")),
        ],
    };
}
