using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.Dates;

/// <summary>Brings the ways in which languages write dates and hours to one: ASCII digits, lower case, <c>2024-3-5</c> and <c>9:05 pm</c>.</summary>
internal static partial class DateForms
{
    private static readonly Dictionary<string, int> Eras = new(StringComparer.Ordinal) { ["令和"] = 2018, ["平成"] = 1988, ["昭和"] = 1925, ["大正"] = 1911, ["民國"] = 1911, ["民国"] = 1911 };

    public static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text.Normalize(NormalizationForm.FormKC))
        {
            var digit = CharUnicodeInfo.GetDecimalDigitValue(character);
            if (digit >= 0)
            {
                plain.Append((char)('0' + digit));
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)
            {
                plain.Append(character switch { 'ي' => 'ی', 'ك' => 'ک', '−' or '–' or '—' => '-', _ => char.ToLowerInvariant(character) });
            }
        }

        return Hours(Days(plain.ToString()));
    }

    private static string Days(string text)
    {
        text = Era().Replace(text, match =>
            $"{Eras[match.Groups[1].Value] + (match.Groups[2].Value == "元" ? 1 : int.Parse(match.Groups[2].Value, CultureInfo.InvariantCulture))}年");
        text = EastAsian().Replace(text, "$1-$2-$3 ");
        return Vietnamese().Replace(text, "$3-$2-$1 ");
    }

    private static string Hours(string text)
    {
        text = EastAsianHour().Replace(text, match =>
            $" {match.Groups[1].Value}:{(match.Groups[2].Success ? match.Groups[2].Value.PadLeft(2, '0') : "00")}{(match.Groups[3].Success ? ":" + match.Groups[3].Value.PadLeft(2, '0') : "")} ");
        text = HalfBefore().Replace(text, match => $"{match.Groups[2].Value} {(match.Groups[1].Value is "午前" or "上午" or "早上" or "凌晨" or "오전" ? "am" : "pm")} ");
        text = DottedHour().Replace(text, "$1:$2 $3");
        text = FrenchHour().Replace(text, "$1:$2");
        text = ClockHour().Replace(text, "kl $1:$2");
        text = GermanHour().Replace(text, "$1:$2 uhr");
        text = BareHour().Replace(text, "$1:00 $2");
        return LongZone().Replace(text, match => $" {match.Groups[1].Value[0]}t");
    }

    [GeneratedRegex(@"(令和|平成|昭和|大正|民國|民国)\s*(元|\d{1,3})\s*年")]
    private static partial Regex Era();

    [GeneratedRegex(@"(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일号號]?")]
    private static partial Regex EastAsian();

    [GeneratedRegex(@"(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2}),?\s+(?:năm\s+)?(\d{4})")]
    private static partial Regex Vietnamese();

    [GeneratedRegex(@"(\d{1,2})\s*[時时点點시]\s*(?:(\d{1,2})\s*[分분])?\s*(?:(\d{1,2})\s*[秒초])?")]
    private static partial Regex EastAsianHour();

    [GeneratedRegex(@"(午前|午後|上午|下午|早上|晚上|凌晨|오전|오후)\s*(\d{1,2}:\d{2}(?::\d{2})?)")]
    private static partial Regex HalfBefore();

    [GeneratedRegex(@"(?<![\d./-])(\d{1,2})\.(\d{2})\s*(am|pm|a\.m\.|p\.m\.)")]
    private static partial Regex DottedHour();

    [GeneratedRegex(@"(?<![\d:./-])(\d{1,2})\s?h\s?(\d{2})(?!\d)")]
    private static partial Regex FrenchHour();

    [GeneratedRegex(@"\bkl\.?\s*(\d{1,2})\.(\d{2})(?!\d)")]
    private static partial Regex ClockHour();

    [GeneratedRegex(@"(?<![\d.])(\d{1,2})\.(\d{2})\s*uhr")]
    private static partial Regex GermanHour();

    [GeneratedRegex(@"(?<![\d:./-])(\d{1,2})\s?(am|pm|a\.m\.|p\.m\.)(?!\p{L})")]
    private static partial Regex BareHour();

    [GeneratedRegex(@"\s(eastern|central|mountain|pacific)(?:\s+(?:standard|daylight))?\s+time\b")]
    private static partial Regex LongZone();
}
