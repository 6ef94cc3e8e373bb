using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Settings;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;

namespace Storyprint.Web.Scan;

/// <summary>
/// Counts in memory how often marks on paper are scanned, by story and day. Nothing else of a request is looked at longer than it takes to tell that it is one: no
/// address, no cookie, no name of a browser is kept.
/// </summary>
public sealed partial class ScanCounter(CurrentPublication publication, TimeProvider clock)
{
    // So many stories are scanned between two writes at most; whoever tries every code fills this and no more.
    private const int MaxStories = 20_000;

    private ConcurrentDictionary<(StoryCode Code, DateOnly Day), long> counts = new();

    /// <summary>Counts a request whose page was found.</summary>
    public async Task InvokeAsync(HttpContext context, RequestDelegate next)
    {
        await next(context);
        if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified && CodeOf(context.Request) is { } code)
        {
            Add(code);
        }
    }

    /// <summary>What was counted since the last time.</summary>
    public IReadOnlyList<ScanCount> Take() =>
        [.. Interlocked.Exchange(ref counts, new()).Select(count => new ScanCount(count.Key.Code, count.Key.Day, count.Value))];

    /// <summary>Counts once more what could not be written.</summary>
    public void PutBack(IEnumerable<ScanCount> taken)
    {
        foreach (var count in taken)
        {
            counts.AddOrUpdate((count.Code, count.Day), count.Scans, (_, scans) => scans + count.Scans);
        }
    }

    private void Add(StoryCode code)
    {
        var day = ScanCount.DayOf(publication.Value, clock.GetUtcNow());
        if (counts.Count < MaxStories)
        {
            counts.AddOrUpdate((code, day), 1, (_, scans) => scans + 1);
        }
    }

    // A scanner opens the address anew: what is followed from a page, fetched ahead or read by a program that says so was not on paper.
    private static StoryCode? CodeOf(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) && Mark().Match(request.Path.Value ?? "") is { Success: true } mark && StoryCode.TryFromDigits(mark.Groups["code"].Value, out var code)
        && request.Headers["Sec-Fetch-Site"].ToString() is not ("same-origin" or "same-site") && request.Headers["Sec-Purpose"].Count == 0 && request.Headers.Referer.Count == 0
        && !Program().IsMatch(request.Headers.UserAgent.ToString()) ? code : null;

    [GeneratedRegex(@"\A/(?<seal>s/)?(?<code>[0-9]{1,18})\.[1-9][0-9]{0,5}(?(seal)/[a-z0-9]{1,200})/?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Mark();

    [GeneratedRegex("bot|crawl|spider|preview|curl|wget|python|monitor", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Program();
}
