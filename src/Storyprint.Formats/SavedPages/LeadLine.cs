using System.Text.RegularExpressions;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.SavedPages;

/// <summary>The place and agency at the beginning of a lead.</summary>
/// <param name="PlaceLength">The number of characters that only give the place.</param>
/// <param name="Length">The number of characters that give place and agency only; 0 where the agency is part of the sentence.</param>
internal sealed partial record LeadLine(string Place, string Agency, int PlaceLength, int Length)
{
    public static LeadLine? Parse(string lead)
    {
        var start = lead[..Math.Min(lead.Length, 200)];
        if (PlaceAndAgency().Match(start) is { Success: true } both && LooksLikeName(both.Groups["place"].Value))
        {
            return new LeadLine(both.Groups["place"].Value.Trim(' ', ','), both.Groups["agency"].Value.Trim(), both.Groups["place"].Length, both.Length);
        }

        if (PlaceDashAgency().Match(start) is { Success: true } dashed && IsAgency(dashed.Groups["agency"].Value))
        {
            return new LeadLine(dashed.Groups["place"].Value.Trim(), dashed.Groups["agency"].Value.Trim(), dashed.Groups["agency"].Index, dashed.Length);
        }

        if (AgencyDash().Match(start) is { Success: true } agency && IsAgency(agency.Groups["agency"].Value))
        {
            return new LeadLine(string.Empty, agency.Groups["agency"].Value.Trim(), 0, 0);
        }

        if (Reported().Match(start) is { Success: true } reported)
        {
            return new LeadLine(string.Empty, reported.Groups["agency"].Value.Trim(), 0, 0);
        }

        return PlaceDash().Match(start) is { Success: true } place ? new LeadLine(place.Groups["place"].Value.Trim(), string.Empty, place.Length, 0) : null;
    }

    /// <summary>Whether words are the name of a news agency or newspaper.</summary>
    public static bool IsAgency(string words) => AgencyWord().IsMatch(words) || (words.Trim() is { Length: >= 2 and <= 6 } name && name.All(char.IsUpper));

    /// <summary>A text without its first characters.</summary>
    public static RichText Without(RichText text, int characters)
    {
        var runs = new List<TextRun>();
        foreach (var run in text.Runs)
        {
            var cut = Math.Min(characters, run.Text.Length);
            characters -= cut;
            var rest = runs.Count == 0 ? run.Text[cut..].TrimStart() : run.Text[cut..];
            if (rest.Length > 0)
            {
                runs.Add(run with { Text = rest });
            }
        }

        return new RichText(runs);
    }

    // A place is capitalised where the script has capitals, and short.
    private static bool LooksLikeName(string place) =>
        place.Split(' ', StringSplitOptions.RemoveEmptyEntries) is { Length: <= 7 } words
        && words.All(word => !char.IsLower(word[0]) || word is "de" or "la" or "of" or "al" or "el" or "an" or "am");

    [GeneratedRegex(@"^(?<place>\p{L}[\p{L}\p{M}\p{Nd}.'’ ,/\u200C-]{1,60}?)\s*\((?<agency>[^()\n]{2,60})\)\s*[–—:-]+\s*(?=\S)")]
    private static partial Regex PlaceAndAgency();

    [GeneratedRegex(@"^(?<place>\p{L}[\p{L}\p{M}.'’ ,\u200C]{1,40}?)\s*[–—-]\s*(?<agency>[\p{L}\p{M}.'’ \u200C]{2,40}?)\s*[–—-]\s*(?=\S)")]
    private static partial Regex PlaceDashAgency();

    [GeneratedRegex(@"^(?<agency>[\p{L}\p{M}.'’ \u200C]{3,60}?)\s*(?:\s[–—-]\s|[–—]|:\s)\s*(?=\S)")]
    private static partial Regex AgencyDash();

    [GeneratedRegex(@"^به گزارش\s+(?:خبرنگار\s+)?(?<agency>(?:خبرگزاری|پایگاه خبری|روزنامه|شبکه خبری|سرویس)[^،,:؛.\n]{1,60}?)\s*(?:[،,:؛]|\s(?:به نقل|از)\s)")]
    private static partial Regex Reported();

    [GeneratedRegex(@"^(?<place>\p{Lu}[\p{Lu}.'’ ,-]{2,40}?)\s*(?:[–—]|\s-{1,2}\s)\s*(?=\S)")]
    private static partial Regex PlaceDash();

    [GeneratedRegex(@"\b(?:news|press|agency|wire|herald|gazette|times|post|ledger)\b|خبرگزاری|پایگاه خبری|ایرنا|ایسنا|ایلنا|تسنیم|مهر نیوز|فارس نیوز|نیوز|وكالة|وکالة|ajans|nachrichten|agence|agencia", RegexOptions.IgnoreCase)]
    private static partial Regex AgencyWord();
}
