using System.Net;
using Storyprint.EndToEnd.Demo;
using Storyprint.EndToEnd.Machine;
using Storyprint.Stories.Links;

namespace Storyprint.EndToEnd;

/// <summary>Addresses that people mistype and machines make up.</summary>
public sealed class BadAddressTests(DemoSite site)
{
    private static readonly string Code = DemoSite.Library.Digits;

    [Theory]
    [InlineData("/%zz")]
    [InlineData("/%")]
    [InlineData("/%00")]
    [InlineData("/news/%00/print")]
    [InlineData("/news/1125540%00")]
    [InlineData("/en/section/%ff%fe")]
    [InlineData("/en/section/..%2f..%2fetc%2fpasswd")]
    [InlineData("/assets/..%2f..%2fpublication.json")]
    [InlineData("/media/../../storyprint.db/1.jpg")]
    [InlineData("/media/%2e%2e%2fstoryprint.db/480.jpg")]
    [InlineData("/../../../etc/passwd")]
    [InlineData("/en/archive/0/0/0")]
    [InlineData("/en/archive/9999/12/31")]
    [InlineData("/fa/archive/9999/12")]
    [InlineData("/fa/archive/9378")]
    [InlineData("/en/archive/2026/2/30")]
    [InlineData("/en/section/city/0")]
    [InlineData("/en/section/city/99999999999999999999")]
    [InlineData("/en/search?q=%00%01%02")]
    [InlineData("/en/search?q=%ED%A0%80")]
    [InlineData("/en/search?q=%22unfinished")]
    [InlineData("/en/search?q=*%20OR%20NEAR(%20-%20^&order=best")]
    [InlineData("/en/search?q=a&q=b&page=-1&page=x&from=2026-99-99&to=٢٠٢٦")]
    [InlineData("/news/0")]
    [InlineData("/news/1125540.0")]
    [InlineData("/news/1125540.99999999999")]
    [InlineData("/news/1125540.1/extra/parts")]
    [InlineData("/news//print")]
    [InlineData("/news/1125540/print?paper=99")]
    [InlineData("//")]
    [InlineData("//evil.example/")]
    [InlineData("/;/?#")]
    public async Task A_strange_address_gets_a_plain_answer(string target)
    {
        var answer = await RawHttp.SendAsync(site.Address, "GET", target);
        Assert.InRange(answer.Status, 200, 499);
        Assert.DoesNotContain("root:", answer.Body, StringComparison.Ordinal);
        Assert.DoesNotContain("SQLite format", answer.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_address_in_another_script_may_be_sent_as_it_is_written()
    {
        var persian = (await site.StoriesAsync()).First(story => story.Edition == "fa");
        var written = $"/news/{persian.Code}/{persian.Slug}";
        Assert.Contains(written, letter => letter > 127);
        var (status, _, body) = await RawHttp.SendAsync(site.Address, "GET", written);
        Assert.Equal(200, status);
        Assert.Contains(persian.Id.ToString(), body, StringComparison.Ordinal);
        Assert.Equal(200, (await RawHttp.SendAsync(site.Address, "GET", "/fa/search?q=کتابخانه")).Status);
        Assert.Equal(404, (await RawHttp.SendAsync(site.Address, "GET", "/fa/کتابخانه")).Status);
    }

    [Fact]
    public async Task A_very_long_address_gets_a_plain_answer()
    {
        foreach (var length in new[] { 2_000, 7_000, 20_000 })
        {
            Assert.InRange((await RawHttp.SendAsync(site.Address, "GET", "/en/" + new string('a', length))).Status, 400, 499);
            Assert.InRange((await RawHttp.SendAsync(site.Address, "GET", "/en/search?q=" + new string('a', length))).Status, 200, 499);
        }
    }

    [Fact]
    public async Task Made_up_addresses_never_break_the_server()
    {
        var random = new Random(20261122);
        string[] parts =
        [
            "en", "fa", "news", "section", "topic", "byline", "archive", "search", "print", "media", "assets", "qr.svg", "qr.png", Code, "1125540.1", "city",
            "2026", "11", "22", "1405", "0", "-1", "..", ".", "", "%", "%2f", "%00", "%ff", "%c3%28", "%F0%9F%93%B0", "%D8%A8%D9%86%D8%AF%D8%B1", "'", "\"", "<b>", "{0}", "*",
            "feed.atom", "99999999999999999999", "a+b", "~", "480.jpg", new string('9', 300),
        ];
        string[] queries = ["q", "page", "from", "to", "section", "byline", "order", "paper", "p", "id", "newsid"];
        string One(string[] of) => of[random.Next(of.Length)];
        var broken = new List<string>();
        for (var round = 0; round < 400; round++)
        {
            var target = "/" + string.Join('/', Enumerable.Range(0, random.Next(1, 6)).Select(_ => One(parts)))
                + (random.Next(2) == 0 ? "" : "?" + string.Join('&', Enumerable.Range(0, random.Next(1, 4)).Select(_ => $"{One(queries)}={One(parts)}")));
            var answer = await RawHttp.SendAsync(site.Address, "GET", target);
            if (answer.Status is < 200 or >= 500)
            {
                broken.Add($"{answer.Status} {target}");
            }
        }

        Assert.Empty(broken);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/fa/")]
    [InlineData("/news/1125540")]
    [InlineData("/1125540")]
    [InlineData("/en/search")]
    [InlineData("/nothing/here")]
    public async Task Reading_addresses_refuse_other_methods(string path)
    {
        foreach (var method in new[] { HttpMethod.Post, HttpMethod.Put, HttpMethod.Delete, HttpMethod.Patch })
        {
            using var answer = await site.Http.SendAsync(new HttpRequestMessage(method, path), TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.MethodNotAllowed, answer.StatusCode);
            Assert.Contains("GET", answer.Content.Headers.Allow);
        }
    }

    [Fact]
    public async Task An_unknown_Persian_address_is_answered_in_Persian()
    {
        using var answer = await site.Http.GetAsync("/fa/nothing/here", TestContext.Current.CancellationToken);
        var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("lang=\"fa\" dir=\"rtl\"", page, StringComparison.Ordinal);
        Assert.Contains("چنین صفحه‌ای نیست", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Head_says_what_get_says()
    {
        foreach (var (kind, path) in await PageKinds.OfAsync(site))
        {
            using var get = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            using var head = await site.Http.SendAsync(new HttpRequestMessage(HttpMethod.Head, path), TestContext.Current.CancellationToken);
            Assert.Equal(get.StatusCode, head.StatusCode);
            Assert.Empty(await head.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
            Assert.Equal((kind, Headers(get)), (kind, Headers(head)));
        }
    }

    [Fact]
    public async Task A_page_that_has_not_changed_is_not_sent_again()
    {
        foreach (var path in new[] { "/", "/fa/", $"/news/{Code}/print", $"/news/{Code}.1/qr.svg" })
        {
            using var first = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.NotNull(first.Headers.ETag);
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.IfNoneMatch.Add(first.Headers.ETag);
            using var second = await site.Http.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
            Assert.Equal(first.Headers.ETag, second.Headers.ETag);
            Assert.Empty(await second.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken));
        }
    }

    [Theory]
    [InlineData("/news/1125540", HttpStatusCode.MovedPermanently)]
    [InlineData("/news/1125540/", HttpStatusCode.MovedPermanently)]
    [InlineData("/news/1125540/another-slug", HttpStatusCode.MovedPermanently)]
    [InlineData("/1125540", HttpStatusCode.MovedPermanently)]
    [InlineData("/112-5540", HttpStatusCode.MovedPermanently)]
    [InlineData("/en/search?q=1125540", HttpStatusCode.Found)]
    [InlineData("/en/search?q=112+554+0", HttpStatusCode.Found)]
    [InlineData("/fa/search?q=۱۱۲۵۵۴۰", HttpStatusCode.Found)]
    [InlineData("/fa/search?q=۱۱۲ ۵۵۴ ۰", HttpStatusCode.Found)]
    public async Task A_code_leads_to_its_story_however_it_is_written(string path, HttpStatusCode expected)
    {
        var story = (await site.StoriesAsync()).First(each => each.Code == DemoSite.Library);
        using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(PublicAddress.NewsPath(story.Code, story.Slug), answer.Headers.Location?.OriginalString);
    }

    [Fact]
    public async Task One_wrong_digit_is_called_a_typing_error()
    {
        var wrong = PageKinds.WithOneDigitWrong(Code);
        foreach (var path in new[] { $"/{wrong}", $"/news/{wrong}" })
        {
            using var answer = await site.Http.GetAsync(path, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            var page = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            Assert.Contains("typing error", page, StringComparison.Ordinal);
            Assert.Contains(wrong, page, StringComparison.Ordinal);
        }

        // In the search it may be any other number: it is looked for as a word too.
        var search = await site.Http.GetStringAsync($"/en/search?q={wrong}", TestContext.Current.CancellationToken);
        Assert.Contains("its last digit does not agree with the others", search, StringComparison.Ordinal);
        Assert.Contains("No story holds all of these words", search, StringComparison.Ordinal);
    }

    private static string Headers(HttpResponseMessage answer) => string.Join('\n', answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key is not ("Date" or "Transfer-Encoding")).OrderBy(header => header.Key, StringComparer.Ordinal)
        .Select(header => $"{header.Key}: {string.Join(", ", header.Value)}"));
}
