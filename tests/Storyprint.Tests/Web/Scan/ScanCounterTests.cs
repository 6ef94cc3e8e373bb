using Microsoft.AspNetCore.Http;
using Storyprint.Storage.Settings;
using Storyprint.Stories.Codes;
using Storyprint.Web.Scan;

namespace Storyprint.Tests.Web.Scan;

public sealed class ScanCounterTests
{
    private static readonly StoryCode Code = StoryCode.FromNumber(112_554);

    private readonly ScanCounter counter = new(new CurrentPublication(TestPublication.Settings), new SetClock(new DateTimeOffset(2026, 11, 22, 23, 40, 0, TimeSpan.Zero)));

    [Fact]
    public async Task A_mark_read_from_paper_is_counted_by_story_and_day()
    {
        await AskAsync($"/{Code}.2");
        await AskAsync($"/{Code}.3");
        await AskAsync($"/s/{Code}.2/abcdefgh");
        await AskAsync($"/S/{Code}.2/ABCDEFGH", StatusCodes.Status304NotModified);
        var count = Assert.Single(counter.Take());
        Assert.Equal((Code, 4L), (count.Code, count.Scans));
        Assert.Empty(counter.Take());
    }

    [Theory]
    [InlineData("/1125540.2", 404)]
    [InlineData("/news/1125540.2")]
    [InlineData("/1125540")]
    [InlineData("/1125540.2/print")]
    [InlineData("/1125540.2", 200, "Sec-Fetch-Site", "same-origin")]
    [InlineData("/1125540.2", 200, "Sec-Purpose", "prefetch")]
    [InlineData("/1125540.2", 200, "Referer", "https://elsewhere.example/")]
    [InlineData("/1125540.2", 200, "User-Agent", "SomeBot/1.0")]
    public async Task What_was_not_on_paper_is_not(string path, int status = 200, string? header = null, string? value = null)
    {
        await AskAsync(path.Replace("1125540", Code.Digits, StringComparison.Ordinal), status, header, value);
        Assert.Empty(counter.Take());
    }

    [Fact]
    public async Task What_could_not_be_written_is_counted_with_what_came_since()
    {
        await AskAsync($"/{Code}.2");
        var taken = counter.Take();
        await AskAsync($"/{Code}.2");
        counter.PutBack(taken);
        Assert.Equal(2, Assert.Single(counter.Take()).Scans);
    }

    private Task AskAsync(string path, int status = StatusCodes.Status200OK, string? header = null, string? value = null)
    {
        var context = new DefaultHttpContext { Request = { Method = "GET", Path = path } };
        if (header is not null)
        {
            context.Request.Headers[header] = value;
        }

        return counter.InvokeAsync(context, asked =>
        {
            asked.Response.StatusCode = status;
            return Task.CompletedTask;
        });
    }
}
