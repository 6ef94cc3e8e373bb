using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace Storyprint.Web.Serving.Pages;

/// <summary>A page as ready bytes, with everything that is said about it: to answer is to copy.</summary>
internal sealed class KeptPage
{
    // What an entry weighs beside its bytes: dictionary, queue, headers that are not shared.
    private const int Overhead = 800;

    private readonly StringValues mediaType;
    private readonly StringValues cacheControl;
    private readonly StringValues policy;
    private readonly KeyValuePair<string, StringValues>[] others;
    private readonly PageForm identity;
    private readonly bool canPack;
    private volatile PageForm? gzip;
    private volatile PageForm? brotli;
    private int isOffered;

    /// <param name="key">Its path, and the part of a query that it reads.</param>
    /// <param name="body">The page as it was rendered.</param>
    /// <param name="headers">What was said with it, the entity tag included.</param>
    /// <param name="tags">What it depends on.</param>
    /// <param name="until">When it stops being true by itself.</param>
    /// <param name="ignoresQuery">Whether the page is the same whatever stands behind a question mark.</param>
    public KeptPage(string key, byte[] body, IHeaderDictionary headers, TagSet tags, DateTimeOffset? until, bool ignoresQuery)
    {
        Key = key;
        Tags = tags;
        Until = until?.UtcTicks ?? long.MaxValue;
        IgnoresQuery = ignoresQuery;
        mediaType = headers.ContentType;
        cacheControl = headers.CacheControl;
        policy = headers.ContentSecurityPolicy;
        identity = new PageForm(body, default, headers.ETag);
        canPack = body.Length >= 256 && IsText(mediaType.ToString());
        if (canPack)
        {
            headers.Append("Vary", "Accept-Encoding");
        }

        others = [.. headers.Where(header => header.Key.ToUpperInvariant() is not ("CONTENT-TYPE" or "CACHE-CONTROL" or "CONTENT-SECURITY-POLICY" or "ETAG" or "CONTENT-LENGTH"))];
    }

    public string Key { get; }

    public TagSet Tags { get; }

    /// <summary>UTC ticks.</summary>
    public long Until { get; }

    public bool IgnoresQuery { get; }

    public ReadOnlyMemory<byte> Body => identity.Bytes;

    public int Weight => Overhead + identity.Bytes.Length + (gzip?.Bytes.Length ?? 0) + (brotli?.Bytes.Length ?? 0) + Tags.Weight + (2 * Key.Length);

    /// <summary>Offers it to be packed: true once, until <see cref="TakeBack"/>.</summary>
    public bool TryOffer() => canPack && Interlocked.Exchange(ref isOffered, 1) == 0;

    /// <summary>Nobody had time to pack it; the next who asks for it packed may offer it again.</summary>
    public void TakeBack() => Volatile.Write(ref isOffered, 0);

    /// <summary>Adds the packed forms; one that came out larger is none.</summary>
    public void Pack(byte[] asGzip, byte[] asBrotli)
    {
        brotli = asBrotli.Length < identity.Bytes.Length ? new PageForm(asBrotli, "br", TagOf("br")) : null;
        gzip = asGzip.Length < identity.Bytes.Length ? new PageForm(asGzip, "gzip", TagOf("gz")) : null;
    }

    public bool IsPackedFor(AcceptedEncodings accepted) => !accepted.Any || gzip is not null;

    /// <summary>Answers a GET or HEAD.</summary>
    public Task AnswerAsync(HttpContext context, AcceptedEncodings accepted)
    {
        var (request, response) = (context.Request, context.Response);
        var headers = response.Headers;
        var form = accepted.Brotli && brotli is { } small ? small : accepted.Gzip && gzip is { } smaller ? smaller : identity;
        if (request.Headers.IfNoneMatch is { Count: > 0 } known && Known(known.ToString(), accepted) is { } same)
        {
            Describe(headers, same);
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }

        Describe(headers, form);
        headers.ContentType = mediaType;
        if (form.Encoding.Count > 0)
        {
            headers.ContentEncoding = form.Encoding;
        }

        headers.ContentLength = form.Bytes.Length;
        return HttpMethods.IsHead(request.Method) ? Task.CompletedTask : response.Body.WriteAsync(form.Bytes, context.RequestAborted).AsTask();
    }

    private void Describe(IHeaderDictionary headers, PageForm form)
    {
        headers.ETag = form.Tag;
        headers.CacheControl = cacheControl;
        headers.ContentSecurityPolicy = policy;
        foreach (var (name, value) in others)
        {
            headers[name] = value;
        }
    }

    // Whoever holds the page in any encoding it takes holds the page: then that form is the one that was selected.
    private PageForm? Known(string tags, AcceptedEncodings accepted) =>
        tags == "*" || tags.Contains(identity.Tag.ToString(), StringComparison.Ordinal) ? identity
        : accepted.Brotli && brotli is { } small && tags.Contains(small.Tag.ToString(), StringComparison.Ordinal) ? small
        : accepted.Gzip && gzip is { } smaller && tags.Contains(smaller.Tag.ToString(), StringComparison.Ordinal) ? smaller
        : null;

    private StringValues TagOf(string encoding) => $"{identity.Tag.ToString().TrimEnd('"')}-{encoding}\"";

    private static bool IsText(string mediaType) =>
        mediaType.StartsWith("text/", StringComparison.Ordinal) || mediaType.Contains("xml", StringComparison.Ordinal) || mediaType.Contains("json", StringComparison.Ordinal);
}
