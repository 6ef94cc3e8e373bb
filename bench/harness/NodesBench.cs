using System.Diagnostics;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Storage.Engine;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Releases;

namespace Storyprint.Bench;

/// <summary>From the answer to a release on one node until each of two others serves it, over one PostgreSQL; and what a release costs there.</summary>
internal static class NodesBench
{
    public static async Task RunAsync(string program, string data, int releases)
    {
        var installation = Installation.Open(data).Installation ?? throw new InvalidOperationException($"There is no publication in {data}.");
        if (installation.Database is SqliteDatabase)
        {
            throw new InvalidOperationException("Name a PostgreSQL database in STORYPRINT_DATABASE.");
        }

        await installation.PrepareAsync();
        await using var first = await ServerProcess.StartAsync(ServerProcess.Serving(program, data));
        await using var second = await ServerProcess.StartAsync(ServerProcess.Serving(program, data));
        using var one = new HttpClient { BaseAddress = new Uri(first.Address) };
        using var other = new HttpClient { BaseAddress = new Uri(second.Address) };
        var (store, stories) = (new ReleaseStore(installation.Database, installation.Log, TimeProvider.System), new StoryStore(installation.Database));
        var codes = (await new StoryListStore(installation.Database).LatestAsync(installation.Publication.MainEdition.Language, 0, 10)).Select(card => card.Code).ToList();
        var (released, seen) = (new List<double>(), new List<double>());
        for (var number = 0; number < releases + 10; number++)
        {
            var code = codes[number % codes.Count];
            var story = (await stories.FindAsync(code))!;
            var path = $"/news/{code}/{Uri.EscapeDataString(story.Slug.Text)}";
            await one.GetStringAsync(path);
            await other.GetStringAsync(path);
            var watch = Stopwatch.StartNew();
            var outcome = await new UpdateStory(store).RunAsync(
                ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine),
                code, new ReleaseText.Given(story.Content with { Standfirst = $"The nodes have counted {number}." }, null, null, story.Number), new ReleaseNote("It went on."));
            _ = outcome as ReleaseOutcome.Done ?? throw new InvalidOperationException(outcome.ToString());
            var answered = watch.Elapsed.TotalMilliseconds;
            await Task.WhenAll(UntilAsync(one, path, $"counted {number}."), UntilAsync(other, path, $"counted {number}."));
            if (number >= 10)
            {
                released.Add(answered);
                seen.Add(watch.Elapsed.TotalMilliseconds - answered);
            }
        }

        Report($"a release on PostgreSQL, {releases} of them", released);
        Report("from its answer until two other nodes serve it", seen);
        installation.Database.CloseIdle();
    }

    private static void Report(string what, List<double> times)
    {
        new Figure { Bench = "nodes", What = $"{what}, p50", Rounds = [Percentile.Median(times)], Unit = "ms" }.Report();
        new Figure { Bench = "nodes", What = $"{what}, p99", Rounds = [Percentile.Compute(times, 0.99)], Unit = "ms" }.Report();
    }

    private static async Task UntilAsync(HttpClient node, string path, string words)
    {
        while (!(await node.GetStringAsync(path)).Contains(words, StringComparison.Ordinal))
        {
            await Task.Delay(1);
        }
    }
}
