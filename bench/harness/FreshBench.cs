using System.Diagnostics;
using System.Net;
using Storyprint.Newsroom.Releases;
using Storyprint.Operations;
using Storyprint.Serving;
using Storyprint.Storage.Releases;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;

namespace Storyprint.Bench;

/// <summary>From the call that releases a story until its page is served anew: as it was rendered, and packed. Sync, log and seal included.</summary>
internal static class FreshBench
{
    public static async Task RunAsync(string data, int releases)
    {
        var (opened, problem) = Installation.Open(data);
        var installation = opened ?? throw new InvalidOperationException(problem);
        if (await installation.PrepareAsync() is { } refused)
        {
            throw new InvalidOperationException(refused.Sentence);
        }

        var times = await TimesAsync(installation, releases);
        Report("release until it is answered, p99", times.Select(time => time.Answered), 0.99, null);
        Report($"release until its new page is served, {releases} of them, p50", times.Select(time => time.Served), 0.5, 15);
        Report("the same, p99", times.Select(time => time.Served), 0.99, 60);
    }

    /// <summary>Milliseconds from the release to the new page, packed: the median and what one in a hundred exceeds.</summary>
    public static async Task<(double Median, double Slowest)> MeasureAsync(Installation installation, int releases)
    {
        var packed = (await TimesAsync(installation, releases)).Select(time => time.Packed).ToList();
        return (Percentile.Median(packed), Percentile.Compute(packed, 0.99));
    }

    private static void Report(string what, IEnumerable<double> times, double part, double? most) =>
        new Figure { Bench = "serve", What = what, Rounds = [Percentile.Compute(times, part)], Unit = "ms", AtMost = most }.Report();

    private static async Task<List<Times>> TimesAsync(Installation installation, int releases)
    {
        await using var app = WebHost.Create(installation, "127.0.0.1", 0);
        await app.StartAsync();
        using var client = new HttpClient(new SocketsHttpHandler { AutomaticDecompression = DecompressionMethods.None, AllowAutoRedirect = false }) { BaseAddress = new Uri(app.Urls.First()) };
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("gzip");
        var (store, stories) = (new ReleaseStore(installation.Database, installation.Log, TimeProvider.System), new StoryStore(installation.Database));
        var codes = (await new StoryListStore(installation.Database).LatestAsync(installation.Publication.MainEdition.Language, 0, 20)).Select(card => card.Code).ToList();
        var times = new List<Times>();
        for (var number = 0; number < releases + 20; number++)
        {
            var time = await ReleaseAsync(client, store, stories, codes[number % codes.Count], number);
            if (number >= 20)
            {
                times.Add(time);
            }
        }

        await app.StopAsync();
        return times;
    }

    private static async Task<Times> ReleaseAsync(HttpClient client, ReleaseStore store, StoryStore stories, StoryCode code, int number)
    {
        var story = (await stories.FindAsync(code))!;
        using var moved = await client.GetAsync($"/news/{code}");
        var path = moved.Headers.Location!.ToString();

        // Asked for and packed before, as the page of a story is that people read.
        await UntilPackedAsync(client, path);
        var watch = Stopwatch.StartNew();
        var outcome = await new UpdateStory(store).RunAsync(
            ReleaseContext.FromMachineUser(ReleaseMeans.CommandLine),
            code, new ReleaseText.Given(story.Content with { Standfirst = $"The count stands at {number}." }, null, null, story.Number), new ReleaseNote("It went on."));
        _ = outcome as ReleaseOutcome.Done ?? throw new InvalidOperationException(outcome.ToString());
        var answered = watch.Elapsed.TotalMilliseconds;
        using var answer = await client.GetAsync(path);
        await answer.Content.ReadAsByteArrayAsync();
        var page = watch.Elapsed.TotalMilliseconds;
        await UntilPackedAsync(client, path);
        return new Times(answered, page, watch.Elapsed.TotalMilliseconds);
    }

    private static async Task UntilPackedAsync(HttpClient client, string path)
    {
        while (true)
        {
            using var answer = await client.GetAsync(path);
            await answer.Content.ReadAsByteArrayAsync();
            if (answer.Content.Headers.ContentEncoding.Count > 0)
            {
                return;
            }
        }
    }

    /// <summary>Milliseconds since the call: until it was answered, until the new page was there, until it was there packed.</summary>
    private readonly record struct Times(double Answered, double Served, double Packed);
}
