using System.IO.Compression;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using Storyprint.Web.Serving;

namespace Storyprint.Web.Caching;

/// <summary>
/// A rendered page with its headers, as it was rendered or compressed: serving it only copies bytes. Once it is compressed the bytes it was rendered as are
/// dropped, which lets a cache hold three times as many pages; the few clients that accept no compression get the gzip bytes decompressed.
/// </summary>
internal sealed class CachedPage
{
    // An entry's memory beside its bytes: dictionary, queue, headers that are not shared.
    private const int Overhead = 800;

    private readonly StringValues contentType;
    private readonly StringValues cacheControl;
    private readonly StringValues policy;
    private readonly KeyValuePair<string, StringValues>[] others;
    private readonly EntityTagHeaderValue identityTag;
    private readonly int identityLength;
    private readonly bool isCompressible;
    private volatile byte[]? identity;
    private volatile EncodedBody? gzip;
    private volatile EncodedBody? brotli;
    private int isQueued;

    /// <param name="key">Its path, and the part of the query it depends on.</param>
    /// <param name="body">The page as it was rendered.</param>
    /// <param name="headers">The headers of its response, the entity tag included.</param>
    /// <param name="tags">What it depends on.</param>
    /// <param name="expiresAt">When it expires without a release.</param>
    /// <param name="ignoresQuery">Whether the page is the same whatever the query is.</param>
    public CachedPage(string key, byte[] body, IHeaderDictionary headers, CacheTagSet tags, DateTimeOffset? expiresAt, bool ignoresQuery)
    {
        Key = key;
        Tags = tags;
        ExpiresAt = expiresAt?.UtcTicks ?? long.MaxValue;
        IgnoresQuery = ignoresQuery;
        contentType = headers.ContentType;
        cacheControl = headers.CacheControl;
        policy = headers.ContentSecurityPolicy;
        (identity, identityLength) = (body, body.Length);
        identityTag = EntityTagHeaderValue.Parse(headers.ETag.ToString());
        isCompressible = body.Length >= 256 && IsText(contentType.ToString());
        if (isCompressible)
        {
            headers.Append(HeaderNames.Vary, HeaderNames.AcceptEncoding);
        }

        others = [.. headers.Where(header => header.Key.ToUpperInvariant() is not ("CONTENT-TYPE" or "CACHE-CONTROL" or "CONTENT-SECURITY-POLICY" or "ETAG" or "CONTENT-LENGTH"))];
    }

    public string Key { get; }

    public CacheTagSet Tags { get; }

    /// <summary>UTC ticks.</summary>
    public long ExpiresAt { get; }

    public bool IgnoresQuery { get; }

    /// <summary>In bytes, including overhead.</summary>
    public int Size => Overhead + (identity?.Length ?? 0) + (gzip?.Bytes.Length ?? 0) + (brotli?.Bytes.Length ?? 0) + Tags.Size + (2 * Key.Length);

    /// <summary>Marks it as queued for compression. True only for the first caller, until <see cref="Dequeue"/>.</summary>
    public bool TryQueue() => isCompressible && Interlocked.Exchange(ref isQueued, 1) == 0;

    /// <summary>The queue was full; the next request that accepts a compressed page may queue it again.</summary>
    public void Dequeue() => Volatile.Write(ref isQueued, 0);

    /// <summary>Compresses the page, if it is not compressed yet. An encoding that makes it larger is not used.</summary>
    public void Compress()
    {
        if (identity is not { } body)
        {
            return;
        }

        var asBrotli = PageCompressor.Brotli(body);
        brotli = asBrotli.Length < body.Length ? new EncodedBody(asBrotli, "br", TagFor("br")) : null;
        var asGzip = PageCompressor.Gzip(body);
        if (asGzip.Length < body.Length)
        {
            gzip = new EncodedBody(asGzip, "gzip", TagFor("gz"));
            identity = null;
        }
    }

    public bool IsCompressedFor(AcceptedEncodings accepted) => !accepted.Any || gzip is not null;

    /// <summary>Answers a GET or HEAD.</summary>
    public Task WriteAsync(HttpContext context, AcceptedEncodings accepted)
    {
        var response = context.Response;
        var (small, smaller) = (accepted.Gzip ? gzip : null, accepted.Brotli ? brotli : null);

        // A client that has the page in any encoding it accepts need not get it again.
        if (ConditionalResponse.Matching(context.Request, identityTag, smaller?.Tag, small?.Tag) is { } known)
        {
            WriteHeaders(response.Headers, known);
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        var compressed = smaller ?? small;
        WriteHeaders(response.Headers, compressed?.Tag ?? identityTag);
        response.Headers.ContentType = contentType;
        if (compressed is not null)
        {
            response.Headers.ContentEncoding = compressed.Encoding;
            return ConditionalResponse.SendAsync(context, compressed.Bytes);
        }

        // Read once: another thread may compress the page meanwhile.
        return identity is { } rendered ? ConditionalResponse.SendAsync(context, rendered) : SendDecompressedAsync(context, gzip!.Bytes);
    }

    private async Task SendDecompressedAsync(HttpContext context, byte[] compressed)
    {
        context.Response.ContentLength = identityLength;
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await using var body = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
            await body.CopyToAsync(context.Response.Body, context.RequestAborted);
        }
    }

    private void WriteHeaders(IHeaderDictionary headers, EntityTagHeaderValue tag)
    {
        headers.ETag = tag.ToString();
        headers.CacheControl = cacheControl;
        headers.ContentSecurityPolicy = policy;
        foreach (var (name, value) in others)
        {
            headers[name] = value;
        }
    }

    private EntityTagHeaderValue TagFor(string encoding) => new($"{identityTag.Tag.ToString().TrimEnd('"')}-{encoding}\"");

    private static bool IsText(string contentType) =>
        contentType.StartsWith("text/", StringComparison.Ordinal) || contentType.Contains("xml", StringComparison.Ordinal) || contentType.Contains("json", StringComparison.Ordinal);

    /// <param name="Encoding">The value of Content-Encoding.</param>
    /// <param name="Tag">A different one for each encoding, since their bytes differ.</param>
    private sealed record EncodedBody(byte[] Bytes, StringValues Encoding, EntityTagHeaderValue Tag);
}
