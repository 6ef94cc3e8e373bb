using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Storyprint.Web.Serving;

namespace Storyprint.Tests.Web.Serving;

public sealed class PageResultTests
{
    private static readonly PageResult Page = new(Encoding.UTF8.GetBytes("<p>ferry</p>"), "text/html; charset=utf-8");

    [Fact]
    public async Task A_page_goes_out_with_its_length_and_an_entity_tag_of_its_bytes()
    {
        var (context, body) = await ExecuteAsync(Page);
        Assert.Equal("<p>ferry</p>", body);
        Assert.Equal(12, context.Response.ContentLength);
        Assert.Matches("^\"[0-9a-f]{20}\"$", context.Response.Headers.ETag.ToString());
        var (other, _) = await ExecuteAsync(Page with { Body = Encoding.UTF8.GetBytes("<p>boat</p>") });
        Assert.NotEqual(context.Response.Headers.ETag, other.Response.Headers.ETag);
    }

    [Fact]
    public async Task HEAD_gets_the_headers_without_the_body()
    {
        var (context, body) = await ExecuteAsync(Page, HttpMethods.Head);
        Assert.Equal((12L, ""), (context.Response.ContentLength, body));
    }

    [Theory]
    [InlineData("{0}", 304)]
    [InlineData("W/{0}", 304)]
    [InlineData("\"other\", {0}", 304)]
    [InlineData("*", 304)]
    [InlineData("\"other\"", 200)]
    [InlineData("nonsense", 200)]
    [InlineData("", 200)]
    public async Task A_client_that_has_the_page_is_not_sent_it_again(string known, int status)
    {
        var tag = (await ExecuteAsync(Page)).Context.Response.Headers.ETag.ToString();
        var (context, body) = await ExecuteAsync(Page, known: known.Replace("{0}", tag, StringComparison.Ordinal));
        Assert.Equal(status, context.Response.StatusCode);
        Assert.Equal(status == 304 ? "" : "<p>ferry</p>", body);
    }

    [Fact]
    public async Task What_is_not_there_is_never_stored_by_a_cache_and_has_no_entity_tag()
    {
        var (context, _) = await ExecuteAsync(Page with { Status = 410 });
        Assert.Equal("no-store", context.Response.Headers.CacheControl);
        Assert.Equal(0, context.Response.Headers.ETag.Count);
    }

    [Fact]
    public async Task A_page_with_a_style_element_of_its_own_names_its_hash_in_the_policy()
    {
        var (context, _) = await ExecuteAsync(Page with { Style = "@page{}" });
        var policy = context.Response.Headers.ContentSecurityPolicy.ToString();

        // The hash as `openssl dgst -sha256 -binary | base64` gives it.
        Assert.Contains("style-src 'self' 'sha256-RgCvZ/jhCU/O4A8ZJODcXGIew7YsFZAjzeJX/qsj6pI='", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("data:", policy, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_a_style_that_holds_a_picture_may_show_one()
    {
        var (context, _) = await ExecuteAsync(Page with { Style = "@page{content:url(data:image/svg+xml;base64,AA==)}" });
        Assert.Contains("img-src 'self' data:;", context.Response.Headers.ContentSecurityPolicy.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, "")]
    [InlineData(false, "noindex")]
    public async Task A_page_that_is_not_to_be_indexed_says_so_in_its_header(bool isIndexed, string header) =>
        Assert.Equal(header, (await ExecuteAsync(Page with { IsIndexed = isIndexed })).Context.Response.Headers["X-Robots-Tag"].ToString());

    [Fact]
    public async Task An_InProcessCapture_takes_the_bytes_and_nothing_is_written()
    {
        var capture = new InProcessCapture();
        var (context, body) = await ExecuteAsync(Page, capture: capture);
        Assert.Equal((200, ""), (context.Response.StatusCode, body));
        Assert.Equal("<p>ferry</p>", Encoding.UTF8.GetString(capture.Body!.Value.Span));
    }

    [Fact]
    public void SecurityHeaders_refuse_foreign_scripts_frames_and_inline_code()
    {
        var policy = SecurityHeaders.Policy();
        Assert.StartsWith("default-src 'none'", policy, StringComparison.Ordinal);
        Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
    }

    [Fact]
    public void ConditionalResponse_answers_with_the_first_entity_tag_that_the_client_has()
    {
        var request = new DefaultHttpContext().Request;
        request.Headers.IfNoneMatch = "\"b\", \"c\"";
        EntityTagHeaderValue a = new("\"a\""), b = new("\"b\""), c = new("\"c\"");
        Assert.Equal(c, ConditionalResponse.Matching(request, a, null, c, b));
        Assert.Null(ConditionalResponse.Matching(request, a));
        Assert.Null(ConditionalResponse.Matching(new DefaultHttpContext().Request, a, b));
    }

    private static async Task<(HttpContext Context, string Body)> ExecuteAsync(PageResult page, string method = "GET", string? known = null, InProcessCapture? capture = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = method;
        if (known is not null)
        {
            context.Request.Headers.IfNoneMatch = known;
        }

        if (capture is not null)
        {
            context.Features.Set(capture);
        }

        using var body = new MemoryStream();
        context.Response.Body = body;
        await page.ExecuteAsync(context);
        return (context, Encoding.UTF8.GetString(body.ToArray()));
    }
}
