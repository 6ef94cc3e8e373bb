using System.Diagnostics;
using Storyprint.Newsroom.Releases;
using Storyprint.Provenance.Names;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Drafts.Journal;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Log;
using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Body;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Drafts;
using Storyprint.Stories.Drafts.Changes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Bench;

/// <summary>How long an editor waits until its words are durable: 25 people write, two in each story, while releases go on beside, in one SQLite database. Beside it a bare insert of the same size with its commit.</summary>
internal static class JournalBench
{
    private const string Name = "draft";
    private const int Writers = 25;
    private const double AnswerMs = 50;

    private static readonly ReleaseContext By = new("bench", ReleaseMeans.CommandLine);
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);

    public static async Task RunAsync(TimeSpan time)
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

            var (journal, drafts) = (new DraftJournal(database, TimeProvider.System), new DraftStore(database, TimeProvider.System));
            var codes = new List<StoryCode>();
            for (var story = 0; story < (Writers + 1) / 2; story++)
            {
                codes.Add(await drafts.BeginAsync(By, Content(story), "UTC", 1_000));
            }

            using var over = new CancellationTokenSource(time);
            var answers = await Task.WhenAll(Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(journal, codes[writer / 2], writer, over.Token)))
                .Append(Task.Run(() => ReleaseAsync(new ReleaseStore(database, log, TimeProvider.System), over.Token))));
            var times = answers.SelectMany(each => each).ToList();
            new Figure
            {
                Bench = Name,
                What = $"an answer to one of {Writers} people who write at once, releases going on beside, p95",
                Rounds = [Percentile.Compute(times, 0.95)],
                Unit = "ms",
                AtMost = AnswerMs,
                Beside = $"a bare insert with its commit: {await InsertAsync(database):0.0} ms",
            }.Report();
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<List<double>> WriteAsync(DraftJournal journal, StoryCode code, int writer, CancellationToken cancellation)
    {
        var (times, by) = (new List<double>(), new DraftWriter($"p{writer}", $"Writer {writer}", $"editor{writer}"));
        await Task.Delay(TimeSpan.FromMilliseconds(80 * writer), CancellationToken.None);
        var state = ((DraftOpening.Opened)await journal.OpenAsync(code, CancellationToken.None)).State;
        for (var count = 1; !cancellation.IsCancellationRequested; count++)
        {
            var place = (writer % 2 == 0 ? 3 : 9) % state.Draft.Root.Blocks.Count;
            var block = state.Draft.Root.Blocks[place];
            var change = new DraftChange { Blocks = [block with { Texts = block.Texts.With(BlockShape.MainText, DraftText.From($"{block.Text.Plain} word{count}")) }] };
            var mine = ApplyChange.To(state.Draft, change, out _)!;
            var watch = Stopwatch.StartNew();
            var outcome = (DraftOutcome.Merged)await journal.MergeAsync(
                code, by, new DraftSubmission { Request = $"w{writer}r{count}", Base = new DraftBase.Version(state.Version), Change = change }, CancellationToken.None);
            times.Add(watch.Elapsed.TotalMilliseconds);
            state = new DraftState(outcome.Version, ApplyChange.To(mine, outcome.Change, out _)!);
            await Task.Delay(Pause, CancellationToken.None);
        }

        return times;
    }

    private static async Task<List<double>> ReleaseAsync(ReleaseStore store, CancellationToken cancellation)
    {
        var publication = new Publication { Address = "https://bench.example", Editions = [new Edition { Language = "en", Name = "Bench" }] };
        for (var count = 0; !cancellation.IsCancellationRequested; count++)
        {
            await new PublishStory(store, publication).RunAsync(By, Content(count), Slug.From($"story-{count}"), null, null, CancellationToken.None);
            await Task.Delay(TimeSpan.FromMilliseconds(500), CancellationToken.None);
        }

        return [];
    }

    private static async Task<double> InsertAsync(SqliteDatabase database)
    {
        await using var connection = await database.OpenAsync();
        await connection.ExecuteAsync("CREATE TABLE bare (id INTEGER PRIMARY KEY, content TEXT NOT NULL)", default);
        var times = new List<double>();
        for (var count = 0; count < 200; count++)
        {
            var watch = Stopwatch.StartNew();
            await connection.ExecuteAsync("INSERT INTO bare (content) VALUES (@content)", default, ("@content", new string('a', 8_000)));
            times.Add(watch.Elapsed.TotalMilliseconds);
        }

        return Percentile.Compute(times, 0.95);
    }

    private static StoryContent Content(int number) => new()
    {
        Language = "en",
        Headline = $"The ferry timetable, part {number}",
        Section = "sea",
        Body = [.. Enumerable.Range(0, 12).Select(paragraph => new Paragraph(RichText.From(string.Join(' ', Enumerable.Range(0, 50).Select(word => $"word{((paragraph * 31) + (word * 17)) % 4_000}")))))],
    };
}
