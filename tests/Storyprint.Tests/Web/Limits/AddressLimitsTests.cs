using System.Net;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Limits;

public class AddressLimitsTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : AddressLimitsTests(publication), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Whoever_asks_too_often_is_told_to_come_again_and_nobody_else_is()
    {
        HttpResponseMessage? refused = null;
        while (refused is null)
        {
            // Several at once, so that a busy machine does not give tokens back faster than they are used.
            var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => AskAsync("/fa/search?q=x", "203.0.113.5")));
            refused = answers.FirstOrDefault(answer => answer.StatusCode == HttpStatusCode.TooManyRequests);
        }

        Assert.InRange(refused.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 10);
        Assert.Contains("درخواست‌های بیش از اندازه", await refused.Content.ReadAsStringAsync(Cancellation), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/en/search?q=x", "203.0.113.6")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync($"/news/{publication.Library}/history", "203.0.113.5")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await AskAsync("/", "203.0.113.5")).StatusCode);
    }

    [Fact]
    public async Task The_machine_itself_and_a_proxy_that_nobody_named_are_not_taken_for_one_reader()
    {
        for (var number = 0; number < 10; number++)
        {
            // One after the other ten, so that the bound of searches at once is not met.
            var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(each => AskAsync("/en/search?q=x", each % 2 == 0 ? null : "10.0.0.7")));
            Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        }
    }

    private async Task<HttpResponseMessage> AskAsync(string path, string? forwardedFor)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        if (forwardedFor is not null)
        {
            request.Headers.Add("X-Forwarded-For", forwardedFor);
        }

        return await publication.Client.SendAsync(request, Cancellation);
    }
}
