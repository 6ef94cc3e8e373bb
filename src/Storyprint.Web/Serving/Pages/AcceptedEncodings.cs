using System.Globalization;
using Microsoft.Extensions.Primitives;

namespace Storyprint.Web.Serving.Pages;

/// <summary>Which of the encodings we keep a client takes (RFC 9110, 12.5.3).</summary>
internal readonly record struct AcceptedEncodings(bool Brotli, bool Gzip)
{
    // Clients of one kind say the same words, and most clients are of few kinds.
    private static Memo last = new(string.Empty, default);

    public bool Any => Brotli || Gzip;

    public static AcceptedEncodings Read(StringValues header)
    {
        if (header.Count == 0)
        {
            return default;
        }

        var text = header.ToString();
        var known = last;
        if (known.Text != text)
        {
            last = known = new Memo(text, Parse(text));
        }

        return known.Accepted;
    }

    private static AcceptedEncodings Parse(string text)
    {
        double? brotli = null, gzip = null, any = null;
        foreach (var part in text.AsSpan().Split(','))
        {
            var coding = text.AsSpan()[part];
            var weight = 1.0;
            if (coding.IndexOf(';') is >= 0 and var semicolon)
            {
                var parameter = coding[(semicolon + 1)..].Trim();
                weight = parameter.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
                    && double.TryParse(parameter[2..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var quality) ? quality : 0;
                coding = coding[..semicolon];
            }

            switch (coding.Trim())
            {
                case "br":
                    brotli = weight;
                    break;
                case "gzip" or "x-gzip":
                    gzip = weight;
                    break;
                case "*":
                    any = weight;
                    break;
            }
        }

        var (br, gz) = (brotli ?? any ?? 0, gzip ?? any ?? 0);
        return new AcceptedEncodings(br > 0 && br >= gz, gz > 0);
    }

    private sealed record Memo(string Text, AcceptedEncodings Accepted);
}
