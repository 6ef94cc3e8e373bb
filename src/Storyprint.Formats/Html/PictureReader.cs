using System.Globalization;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads pictures, including lazily loaded ones.</summary>
internal static partial class PictureReader
{
    private static readonly string[] LateAttributes = ["data-lazy-src", "data-src", "data-original", "data-orig-src"];

    private static readonly string[] Placeholders = ["placeholder", "blank.gif", "spacer.gif", "1x1", "pixel.gif", "grey.gif", "transparent.gif", "lazyload"];

    /// <summary>The character of an emoji that WordPress shows as a picture.</summary>
    public static string? Emoji(IElement image) =>
        image.GetAttribute("alt") is { Length: > 0 and <= 16 } alt && image.ClassList.Any(name => name is "emoji" or "wp-smiley") ? alt : null;

    public static Picture? Read(IElement image, BlockReader reader)
    {
        if (image.GetAttribute("width") is "1" or "0" && image.GetAttribute("height") is "1" or "0")
        {
            return null;
        }

        var alt = HtmlPlainText.Fold(image.GetAttribute("alt") ?? string.Empty);
        var given = Given(image);
        var address = given is null ? null : Where(given, reader.Options);
        if (address is null)
        {
            reader.ImportWarnings.Add((given, alt) switch
            {
                ({ } bad, "") => $"A picture whose address cannot be used was left out: {ImportWarnings.Short(bad)}",
                ({ } bad, _) => $"A picture whose address cannot be used was left out: {ImportWarnings.Short(bad)} (“{ImportWarnings.Short(alt)}”)",
                (null, "") => "A picture without an address was left out.",
                _ => $"A picture without an address was left out: “{ImportWarnings.Short(alt)}”",
            });
            return null;
        }

        var (caption, credit) = reader.Options.TitlesAreCaptions ? CaptionAndCredit(image.GetAttribute("title")) : (string.Empty, string.Empty);
        return new Picture
        {
            Address = address,
            Alt = alt,
            Caption = caption.Length == 0 ? RichText.Empty : RichText.From(caption),
            Credit = image.GetAttribute("data-credit") is { Length: > 0 } own ? HtmlPlainText.Fold(own) : credit,
            Made = OwnBlocks.Made(image),
        };
    }

    /// <summary>Parses <c>Caption | Credit</c>.</summary>
    public static (string Caption, string Credit) CaptionAndCredit(string? title)
    {
        var words = HtmlPlainText.Fold(title ?? string.Empty);
        var bar = words.LastIndexOf('|');
        return bar < 0 ? (words, string.Empty) : (words[..bar].Trim(), words[(bar + 1)..].Trim());
    }

    /// <summary>The address of a picture: absolute, or as resolved by the archive's reader.</summary>
    public static string? Where(string given, HtmlToBlocksOptions options)
    {
        var clean = Addresses.Resolve(given, null);
        if (string.IsNullOrEmpty(clean) || clean[0] == '#')
        {
            return null;
        }

        if (Addresses.HasScheme(clean))
        {
            return Addresses.Web(clean, null);
        }

        return options.FindPicture is { } find ? find(clean)
            : options.Address is null ? clean
            : Addresses.Web(clean, options.Address);
    }

    private static string? Given(IElement image)
    {
        var late = LateAttributes.Select(name => image.GetAttribute(name)).FirstOrDefault(IsReal)
            ?? Largest(image.GetAttribute("data-srcset") ?? image.GetAttribute("data-lazy-srcset"));
        var source = image.GetAttribute("src");
        var written = late
            ?? (IsReal(source) ? source : null)
            ?? Largest(image.GetAttribute("srcset"))
            ?? Largest(image.ParentElement is { LocalName: "picture" } picture ? picture.QuerySelector("source[srcset]")?.GetAttribute("srcset") : null)
            ?? (image.NextElementSibling is { LocalName: "noscript" } fallback ? fallback.QuerySelector("img")?.GetAttribute("src") : null);
        return written ?? (string.IsNullOrWhiteSpace(source) ? null : source);
    }

    private static bool IsReal(string? source) => !string.IsNullOrWhiteSpace(source)
        && !source.TrimStart().StartsWith("data:", StringComparison.OrdinalIgnoreCase)
        && !source.TrimStart().StartsWith("about:", StringComparison.OrdinalIgnoreCase)
        && !Placeholders.Any(word => source.Contains(word, StringComparison.OrdinalIgnoreCase));

    private const int MaxSet = 20_000;

    // "a.jpg 300w, b.jpg 1200w": the largest, which is the last where they are not measured.
    private static string? Largest(string? set) => Candidate().Matches(set is { Length: <= MaxSet } ? set : string.Empty)
        .Where(candidate => IsReal(candidate.Groups[1].Value))
        .OrderBy(candidate => double.TryParse(candidate.Groups[2].ValueSpan, CultureInfo.InvariantCulture, out var size) ? size : 1)
        .LastOrDefault()?.Groups[1].Value;

    // HTML, "srcset attributes": a comma ends a candidate after its size, or after an address if white space follows; other commas belong to the address.
    [GeneratedRegex(@"([^\s,]\S*?)(?:,+(?=\s|$)|\s+([\d.]*)[^,]*(?:,|$)|$)")]
    private static partial Regex Candidate();
}
