using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;

namespace Storyprint.EndToEnd.Nodes;

/// <summary>An answer that was not the page.</summary>
internal sealed record ReaderError(DateTimeOffset Asked, DateTimeOffset Answered, string Path, string Answer)
{
    // How long the site lets a reader wait for its database.
    private static readonly TimeSpan SiteWaits = TimeSpan.FromSeconds(10);

    /// <summary>
    /// Whether the database was away for longer than readers wait, and this one waited his whole time: a loaded machine may take that long to start a server.
    /// </summary>
    public bool IsRightAfter(DateTimeOffset awayFrom, DateTimeOffset awayUntil) =>
        Answer == "503" && Asked < awayUntil && Answered > awayFrom && Answered - Asked >= SiteWaits;
}

/// <summary>Readers who never stop: each page they get is held against what was released, and each error is written down.</summary>
internal sealed partial class Readers : IAsyncDisposable
{
    // How long after the answer to a release a page from before it may still be served.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ConcurrentDictionary<string, ConcurrentQueue<(int Count, DateTimeOffset At)>> released = new();
    private readonly CancellationTokenSource stop = new();
    private readonly HttpClient client;
    private readonly IReadOnlyList<string> codes;
    private readonly Task[] reading;
    private long pages;

    public Readers(Uri address, IReadOnlyList<string> codes, int count)
    {
        this.codes = codes;
        client = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = true }) { BaseAddress = address, Timeout = TimeSpan.FromSeconds(20) };
        reading = [.. Enumerable.Range(0, count).Select(seed => Task.Run(() => ReadAsync(new Random(seed))))];
    }

    public ConcurrentQueue<ReaderError> Errors { get; } = new();

    public ConcurrentQueue<string> Stale { get; } = new();

    public long Pages => Interlocked.Read(ref pages);

    /// <summary>A release of a story was answered now: its text says this count.</summary>
    public void Released(string code, int count) => released.GetOrAdd(code, _ => new()).Enqueue((count, DateTimeOffset.UtcNow));

    public async Task StopAsync()
    {
        await stop.CancelAsync();
        await Task.WhenAll(reading);
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        client.Dispose();
        stop.Dispose();
    }

    private async Task ReadAsync(Random random)
    {
        while (!stop.IsCancellationRequested)
        {
            var code = codes[random.Next(codes.Count)];
            var path = random.Next(4) switch { 0 => $"/news/{code}/print", 1 => $"/news/{code}/history", _ => $"/news/{code}" };
            var asked = DateTimeOffset.UtcNow;
            try
            {
                using var answer = await client.GetAsync(path);
                var page = await answer.Content.ReadAsStringAsync();
                if (answer.StatusCode != HttpStatusCode.OK)
                {
                    Errors.Enqueue(new ReaderError(asked, DateTimeOffset.UtcNow, path, ((int)answer.StatusCode).ToString(CultureInfo.InvariantCulture)));
                }
                else if (!path.EndsWith("/history", StringComparison.Ordinal))
                {
                    Hold(page, code, path, asked);
                }

                Interlocked.Increment(ref pages);
            }
            catch (Exception fault) when (fault is HttpRequestException or TaskCanceledException)
            {
                Errors.Enqueue(new ReaderError(asked, DateTimeOffset.UtcNow, path, fault.Message));
            }

            await Task.Delay(5);
        }
    }

    private void Hold(string page, string code, string path, DateTimeOffset asked)
    {
        var least = released.TryGetValue(code, out var counts) ? counts.Where(count => count.At < asked - Patience).Select(count => count.Count).DefaultIfEmpty().Max() : 0;
        var shown = Count().Match(page) is { Success: true } match ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : -1;
        if (shown < least)
        {
            Stale.Enqueue($"{asked:HH:mm:ss.fff} {path} shows count {shown}, and {least} was released");
        }
    }

    [GeneratedRegex(@"The quay counts (\d+) boats")]
    private static partial Regex Count();
}
