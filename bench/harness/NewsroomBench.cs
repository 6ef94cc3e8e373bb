using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Storyprint.Operations;
using Storyprint.Storage.Engine;

namespace Storyprint.Bench;

/// <summary>How long an administrator waits for each page of the newsroom, one request after the other, until its last byte is there.</summary>
internal static partial class NewsroomBench
{
    private const int Rounds = 60;

    public static async Task RunAsync(string program, string data)
    {
        var installation = Installation.Open(data).Installation ?? throw new InvalidOperationException($"There is no publication in {data}.");
        await installation.PrepareAsync();
        var engine = installation.Database is SqliteDatabase ? "SQLite" : "PostgreSQL";
        var draft = (await installation.Stores.Drafts.LatestAsync(1))[0].Code;
        var picture = (await installation.Stores.Library.FindAsync(new Storyprint.Storage.Library.LibraryFilter(), 1))[0].Hash;
        installation.Database.CloseIdle();
        await using var server = await ServerProcess.StartAsync(ServerProcess.Serving(program, data));
        var address = new Uri($"http://localhost:{new Uri(server.Address).Port}");
        using var browser = new HttpClient(new HttpClientHandler { CookieContainer = new CookieContainer(), AllowAutoRedirect = false }) { BaseAddress = address };
        await SignInAsync(browser);

        // The first look at the machine reads the whole archive; whoever comes later sees what it found.
        while ((await browser.GetAsync("/newsroom/health?look=meanwhile")).StatusCode != HttpStatusCode.OK)
        {
        }

        var all = new List<double>();
        foreach (var path in (string[])["/", "/stories", "/stories?desk=sea", "/stories?state=scheduled", "/stories?person=me", "/stories?q=harbour", $"/stories?after={draft}", "/stories?state=published", "/stories?state=published&section=city", "/stories?state=published&q=harbour+bridge", "/stories?state=retracted",
            $"/stories/{draft}", $"/stories/{draft}/release", "/pictures", "/pictures?q=harbour+gates", "/pictures?show=rights", "/pictures?show=alike", $"/pictures/{picture}", "/schedule", "/notices", "/account", "/account/notices", "/people", "/people/invite",
            "/record", "/record?actor=june", "/settings", "/settings/sections/en", "/settings/history", "/front/en", "/mail", "/health"])
        {
            var times = new List<double>();
            for (var round = 0; round <= Rounds; round++)
            {
                var watch = Stopwatch.StartNew();
                using var answer = await browser.GetAsync("/newsroom" + path);
                await answer.Content.ReadAsByteArrayAsync();
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    throw new InvalidOperationException($"{path} answered {answer.StatusCode}.");
                }

                // What is compiled at the first request is compiled once.
                if (round > 0)
                {
                    times.Add(watch.Elapsed.TotalMilliseconds);
                }
            }

            all.AddRange(times);
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {path,-28} p50 {Percentile.Median(times),6:0.0} ms  p95 {Percentile.Compute(times, 0.95),6:0.0} ms"));
            new Figure { Bench = $"newsroom {engine}", What = path.Replace(draft.Digits, "CODE", StringComparison.Ordinal).Replace(picture, "PICTURE", StringComparison.Ordinal), Rounds = [Percentile.Compute(times, 0.95)], Unit = "ms", AtMost = 60 }.Report();
        }

        new Figure { Bench = $"newsroom {engine}", What = "all of them, p95", Rounds = [Percentile.Compute(all, 0.95)], Unit = "ms", AtMost = 60 }.Report();
    }

    private static async Task SignInAsync(HttpClient browser)
    {
        var token = Token().Match(await browser.GetStringAsync("/newsroom/sign-in")).Groups[1].Value;
        using var answer = await browser.PostAsync("/newsroom/sign-in/demo", new FormUrlEncodedContent([new("form-token", token), new("person", "june")]));
        if (answer.StatusCode != HttpStatusCode.Found)
        {
            throw new InvalidOperationException($"Nobody could sign in: {answer.StatusCode}.");
        }
    }

    [GeneratedRegex("""name="form-token" value="([^"]+)""")]
    private static partial Regex Token();
}
