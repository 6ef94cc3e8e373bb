using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Storyprint.Web.Media;
using Storyprint.Web.Rendering;
using Storyprint.Web.Serving;

namespace Storyprint.Tests.Web.Media;

public sealed class AssetResultTests
{
    private static readonly PageAssets Assets = new();

    [Theory]
    [InlineData("gzip, deflate, br, zstd", "br")]
    [InlineData("gzip, deflate", "gzip")]
    [InlineData("br;q=0.1, gzip", "gzip")]
    [InlineData("br", "br")]
    [InlineData("*", "br")]
    [InlineData("identity", "")]
    [InlineData("br;q=0, gzip;q=0", "")]
    [InlineData("", "")]
    public async Task A_style_sheet_goes_out_in_the_smallest_form_that_is_accepted(string accepts, string encoding)
    {
        var file = FileOf("site.css");
        var (context, body) = await ExecuteAsync(file, accepts);
        Assert.Equal(encoding, context.Response.Headers.ContentEncoding.ToString());
        Assert.Equal("Accept-Encoding", context.Response.Headers.Vary.ToString());
        Assert.Equal(body.Length, context.Response.ContentLength);
        Assert.Equal("text/css; charset=utf-8", context.Response.ContentType);
        Assert.Contains("immutable", context.Response.Headers.CacheControl.ToString(), StringComparison.Ordinal);
        Assert.Equal(Assets.ReadFile(file), Unpacked(body, encoding));
    }

    [Theory]
    [InlineData("site.css")]
    [InlineData("print.css")]
    [InlineData("icon.svg")]
    [InlineData("copy.js")]
    public async Task Text_is_smaller_compressed_and_Brotli_is_the_smallest(string name)
    {
        async Task<int> LengthAsync(string accepts) => (await ExecuteAsync(FileOf(name), accepts)).Body.Length;
        Assert.InRange(await LengthAsync("gzip"), 1, await LengthAsync("") - 1);
        Assert.InRange(await LengthAsync("br"), 1, await LengthAsync("gzip"));
    }

    [Fact]
    public async Task A_font_is_compressed_already_and_goes_out_as_it_is()
    {
        var file = FileOf("source-serif-4-latin-400-normal.woff2");
        var (context, body) = await ExecuteAsync(file, "br, gzip");
        Assert.Equal((0, 0), (context.Response.Headers.ContentEncoding.Count, context.Response.Headers.Vary.Count));
        Assert.Equal(Assets.ReadFile(file), body);
    }

    [Fact]
    public async Task Each_form_has_an_entity_tag_of_its_own_and_is_not_sent_again()
    {
        var file = FileOf("site.css");
        var tags = new HashSet<string>();
        foreach (var accepts in (string[])["br", "gzip", ""])
        {
            var tag = (await ExecuteAsync(file, accepts)).Context.Response.Headers.ETag.ToString();
            Assert.True(tags.Add(tag), tag);
            var (again, body) = await ExecuteAsync(file, accepts, request => request.Headers.IfNoneMatch = tag);
            Assert.Equal((304, 0), (again.Response.StatusCode, body.Length));
            Assert.Equal("Accept-Encoding", again.Response.Headers.Vary.ToString());
        }
    }

    [Fact]
    public async Task HEAD_gets_the_length_of_the_form_that_GET_would_send()
    {
        var length = (await ExecuteAsync(FileOf("site.css"), "br")).Body.Length;
        var (context, body) = await ExecuteAsync(FileOf("site.css"), "br", request => request.Method = HttpMethods.Head);
        Assert.Equal((length, 0), ((int)context.Response.ContentLength!, body.Length));
    }

    [Fact]
    public async Task An_archive_of_files_takes_the_bytes_uncompressed()
    {
        var capture = new InProcessCapture();
        await ExecuteAsync(FileOf("site.css"), "br", request => request.HttpContext.Features.Set(capture));
        Assert.Equal(Assets.Read("site.css"), capture.Body!.Value.ToArray());
    }

    private static string FileOf(string name) => Assets.Path(name).Split('/')[^1];

    private static byte[] Unpacked(byte[] body, string encoding)
    {
        using var from = new MemoryStream(body);
        using Stream stream = encoding switch
        {
            "br" => new BrotliStream(from, CompressionMode.Decompress),
            "gzip" => new GZipStream(from, CompressionMode.Decompress),
            _ => from,
        };
        using var to = new MemoryStream();
        stream.CopyTo(to);
        return to.ToArray();
    }

    private static async Task<(HttpContext Context, byte[] Body)> ExecuteAsync(string file, string accepts, Action<HttpRequest>? change = null)
    {
        var context = new DefaultHttpContext();
        context.Request.Method = HttpMethods.Get;
        if (accepts.Length > 0)
        {
            context.Request.Headers.AcceptEncoding = accepts;
        }

        change?.Invoke(context.Request);
        using var body = new MemoryStream();
        context.Response.Body = body;
        await new AssetResult(Assets, file).ExecuteAsync(context);
        return (context, body.ToArray());
    }
}
