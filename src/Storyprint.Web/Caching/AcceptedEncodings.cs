using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace Storyprint.Web.Caching;

/// <summary>The content encodings that a client accepts, of those that pages are cached in (RFC 9110, 12.5.3).</summary>
internal readonly record struct AcceptedEncodings(bool Brotli, bool Gzip)
{
    // Clients send few different headers, so the last one is cached with its result.
    private static Parsed last = new(string.Empty, default);

    public bool Any => Brotli || Gzip;

    public static AcceptedEncodings Read(StringValues header)
    {
        if (header.Count == 0)
        {
            return default;
        }

        var text = header.ToString();
        var parsed = last;
        if (parsed.Header != text)
        {
            last = parsed = new Parsed(text, Parse(text));
        }

        return parsed.Accepted;
    }

    private static AcceptedEncodings Parse(string text)
    {
        if (!StringWithQualityHeaderValue.TryParseList([text], out var codings))
        {
            return default;
        }

        double? Quality(params ReadOnlySpan<string> names)
        {
            foreach (var name in names)
            {
                if (codings.FirstOrDefault(coding => coding.Value.Equals(name, StringComparison.OrdinalIgnoreCase)) is { } found)
                {
                    return found.Quality ?? 1;
                }
            }

            return null;
        }

        var any = Quality("*") ?? 0;
        var (brotli, gzip) = (Quality("br") ?? any, Quality("gzip", "x-gzip") ?? any);
        return new AcceptedEncodings(brotli > 0 && brotli >= gzip, gzip > 0);
    }

    private sealed record Parsed(string Header, AcceptedEncodings Accepted);
}
