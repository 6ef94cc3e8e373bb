using System.IO.Compression;
using System.Net;
using Storyprint.Tests.Engines;

namespace Storyprint.Tests.Web.Caching;

public class CachedPagesTests(TestPublication publication) : IClassFixture<TestPublication>
{
    public sealed class OnPostgres(TestPublication publication) : CachedPagesTests(publication), IOnPostgres;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Story => $"/news/{publication.Library}/library-opens-its-doors";

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task A_page_is_packed_beside_the_requests_and_is_the_same_page(string encoding)
    {
        var plain = await publication.Client.GetByteArrayAsync(Story, Cancellation);
        using var packed = await PackedAsync(Story, encoding);
        var bytes = await packed.Content.ReadAsByteArrayAsync(Cancellation);
        Assert.Equal(bytes.Length, packed.Content.Headers.ContentLength);
        Assert.True(bytes.Length < plain.Length / 2);
        Assert.Equal(plain, Unpack(bytes, encoding));
    }

    [Theory]
    [InlineData("gzip")]
    [InlineData("br")]
    public async Task The_first_who_asks_for_a_page_gets_it_compressed(string encoding)
    {
        using var first = await GetAsync($"/news/{(encoding == "br" ? publication.Ferry : publication.PersianLibrary)}/history", encoding);
        Assert.Equal([encoding], first.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_client_that_takes_both_gets_the_smaller_form()
    {
        using var packed = await PackedAsync("/", "br", "gzip, deflate, br, zstd");
        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task Each_form_has_a_strong_entity_tag_of_its_own_and_says_that_there_are_others()
    {
        using var plain = await GetAsync(Story);
        using var gzip = await PackedAsync(Story, "gzip");
        using var brotli = await PackedAsync(Story, "br");
        Assert.Equal(3, new[] { plain, gzip, brotli }.Select(answer => answer.Headers.ETag!.Tag).Distinct().Count());
        Assert.All([plain, gzip, brotli], answer =>
        {
            Assert.False(answer.Headers.ETag!.IsWeak);
            Assert.Equal(["Accept-Encoding"], answer.Headers.Vary);
        });
    }

    [Fact]
    public async Task Whoever_holds_the_page_in_any_form_it_takes_is_told_so()
    {
        using var plain = await GetAsync(Story);
        using var gzip = await PackedAsync(Story, "gzip");
        foreach (var held in (HttpResponseMessage[])[plain, gzip])
        {
            using var again = await GetAsync(Story, "gzip, br", held.Headers.ETag!.Tag);
            Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
            Assert.Equal(held.Headers.ETag, again.Headers.ETag);
            Assert.Empty(await again.Content.ReadAsByteArrayAsync(Cancellation));
        }

        using var other = await GetAsync(Story, null, gzip.Headers.ETag!.Tag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task HEAD_says_what_GET_says()
    {
        using var packed = await PackedAsync(Story, "gzip");
        using var request = Request(HttpMethod.Head, Story, "gzip");
        using var head = await publication.Client.SendAsync(request, Cancellation);
        Assert.Equal(Headers(packed), Headers(head));
        Assert.Empty(await head.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/en/section/sea")]
    [InlineData("/en/feed.rss")]
    [InlineData("/en/policies")]
    [InlineData("PRINT")]
    [InlineData("SCAN")]
    public async Task The_second_answer_has_every_header_of_the_first(string path)
    {
        path = path switch { "PRINT" => $"/news/{publication.Ferry}/print", "SCAN" => $"/{publication.Ferry}.1", _ => path };
        publication.PageCache.Enable();
        using var first = await GetAsync(path);

        // Where the database is only now watched, what was cached before is dropped once.
        await Polling.UntilAsync(async () =>
        {
            using var answer = await GetAsync(path);
            return publication.PageCache.Peek(path) is not null;
        });
        using var second = await GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal(Headers(first), Headers(second));
        Assert.Contains(Headers(second), header => header.StartsWith("Content-Security-Policy", StringComparison.Ordinal));
        Assert.Equal(await first.Content.ReadAsByteArrayAsync(Cancellation), await second.Content.ReadAsByteArrayAsync(Cancellation));
    }

    [Fact]
    public async Task What_stands_behind_a_question_mark_makes_no_further_page()
    {
        publication.PageCache.Enable();
        for (var campaign = 0; campaign < 20; campaign++)
        {
            using var answer = await GetAsync($"{Story}?utm_source={campaign}");
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            using var print = await GetAsync($"/news/{publication.Library}/print?paper={campaign}");
            Assert.Equal(HttpStatusCode.OK, print.StatusCode);
        }

        // Front pages may come onto the cache by themselves meanwhile.
        Assert.NotNull(publication.PageCache.Peek(Story));
        Assert.InRange(publication.PageCache.Count, 2, 20);
    }

    [Fact]
    public async Task A_print_page_is_kept_for_each_paper()
    {
        foreach (var paper in (string[])["a4", "letter"])
        {
            for (var time = 0; time < 2; time++)
            {
                Assert.Contains($"size:{(paper == "a4" ? "A4" : "letter")}", await publication.Client.GetStringAsync($"/news/{publication.Library}/print?paper={paper}", Cancellation), StringComparison.Ordinal);
            }

            Assert.NotNull(publication.PageCache.Peek($"/news/{publication.Library}/print?paper={paper}"));
        }
    }

    [Theory]
    [InlineData("/en/search?q=library")]
    [InlineData("/nowhere")]
    [InlineData("/log/checkpoint")]
    [InlineData("/en")]
    public async Task What_is_no_page_is_not_kept(string path)
    {
        for (var time = 0; time < 2; time++)
        {
            using var answer = await GetAsync(path);
        }

        Assert.Null(publication.PageCache.Peek(path));
        Assert.Null(publication.PageCache.Peek(path.Split('?')[0]));
    }

    [Fact]
    public async Task A_page_that_bears_the_day_is_kept_until_the_day_ends()
    {
        using var front = await GetAsync("/");
        var until = new DateTimeOffset(publication.PageCache.Peek("/")!.ExpiresAt, TimeSpan.Zero);
        var zone = TimeZoneInfo.FindSystemTimeZoneById("Europe/Copenhagen");
        Assert.Equal(TimeSpan.Zero, TimeZoneInfo.ConvertTime(until, zone).TimeOfDay);
        Assert.InRange(until, DateTimeOffset.UtcNow, DateTimeOffset.UtcNow.AddHours(25));
    }

    private async Task<HttpResponseMessage> PackedAsync(string path, string encoding, string? accepted = null)
    {
        HttpResponseMessage? answer = null;
        await Polling.UntilAsync(
            async () =>
            {
                answer?.Dispose();
                answer = await GetAsync(path, accepted ?? encoding);
                return answer.Content.Headers.ContentEncoding.Contains(encoding);
            },
            $"{path} packed as {encoding}");
        return answer!;
    }

    private Task<HttpResponseMessage> GetAsync(string path, string? accepted = null, string? known = null)
    {
        var request = Request(HttpMethod.Get, path, accepted);
        if (known is not null)
        {
            request.Headers.TryAddWithoutValidation("If-None-Match", known);
        }

        return publication.Client.SendAsync(request, Cancellation);
    }

    private static HttpRequestMessage Request(HttpMethod method, string path, string? accepted)
    {
        var request = new HttpRequestMessage(method, path);
        if (accepted is not null)
        {
            request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
        }

        return request;
    }

    private static List<string> Headers(HttpResponseMessage answer) => [.. answer.Headers.Concat(answer.Content.Headers)
        .Where(header => header.Key != "Date").Select(header => $"{header.Key}: {string.Join(", ", header.Value)}").Order(StringComparer.Ordinal)];

    private static byte[] Unpack(byte[] bytes, string encoding)
    {
        using var packed = new MemoryStream(bytes);
        using Stream stream = encoding == "br" ? new BrotliStream(packed, CompressionMode.Decompress) : new GZipStream(packed, CompressionMode.Decompress);
        using var plain = new MemoryStream();
        stream.CopyTo(plain);
        return plain.ToArray();
    }
}
