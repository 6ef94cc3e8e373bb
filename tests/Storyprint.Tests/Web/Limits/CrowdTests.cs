using System.Collections.Concurrent;
using System.Net;
using Storyprint.Storage.Imports;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Limits;

/// <summary>A crowd on what is dear, beside a reader of what is cached: the attack that stopped a whole site, at a size that any machine can bear.</summary>
public class CrowdTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : CrowdTests(publication), IOnPostgres;

    private const int Crowd = 64;
    private const int CachedPages = 300;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("/en/search?order=best&q=%22the+ferry%22+%22ferry+leaves%22+%22leaves+the%22+%22the+harbour%22+%22harbour+at%22+%22at+nine%22+%22nine+the%22+%22ferry+the%22")]
    [InlineData("/en/search?q=the&byline=nosuch")]
    [InlineData("/news/{0}/print?{1}")]
    [InlineData("/no/such/page/{1}")]
    public async Task Whoever_reads_cached_pages_is_served_and_all_is_well_when_the_crowd_has_gone(string dear)
    {
        await FillAsync();
        var page = $"/news/{publication.Library}/library-opens-its-doors";
        await publication.Client.GetStringAsync(page, Cancellation);
        using var leaves = new CancellationTokenSource();
        var statuses = new ConcurrentDictionary<HttpStatusCode, int>();
        var asked = 0;
        using var crowd = new HttpClient { BaseAddress = publication.Client.BaseAddress };
        var all = Enumerable.Range(0, Crowd).Select(_ => Task.Run(async () =>
        {
            while (!leaves.IsCancellationRequested)
            {
                try
                {
                    using var answer = await crowd.GetAsync(string.Format(System.Globalization.CultureInfo.InvariantCulture, dear, publication.Ferry, Interlocked.Increment(ref asked)), leaves.Token);
                    statuses.AddOrUpdate(answer.StatusCode, 1, (_, count) => count + 1);
                }
                catch (OperationCanceledException) when (leaves.IsCancellationRequested)
                {
                    // The crowd leaves.
                }
            }
        }, Cancellation)).ToArray();
        await Polling.UntilAsync(() => Volatile.Read(ref asked) >= Crowd);
        for (var number = 0; number < CachedPages; number++)
        {
            using var answer = await publication.Client.GetAsync(page, Cancellation);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await leaves.CancelAsync();
        await Task.WhenAll(all);
        Assert.All(statuses.Keys, status => Assert.Contains(status, (HttpStatusCode[])[HttpStatusCode.OK, HttpStatusCode.NotFound, HttpStatusCode.ServiceUnavailable]));

        // What the crowd had in the queue is gone with it.
        await Polling.UntilAsync(async () =>
        {
            using var search = await publication.Client.GetAsync("/en/search?q=harbour", Cancellation);
            return search.StatusCode == HttpStatusCode.OK;
        });
    }

    private async Task FillAsync() => await new ImportStore(publication.Installation.Database, publication.Installation.Log, TimeProvider.System).SaveAsync(
        TestActor.Importer,
        [.. Enumerable.Range(0, 400).Select(number => TestPublication.Story(
            $"crowd-{number}", $"The ferry leaves the harbour {number}", "At nine the ferry leaves the harbour at nine the ferry.", TestPublication.LibraryAt.AddMinutes(-number)))],
        TestPublication.Settings.FirstStoryNumber, Cancellation);
}
