using System.Text;

namespace Storyprint.Formats.Encodings;

/// <summary>The code pages that Windows wrote the texts of a language in, before there was Unicode.</summary>
internal static class CodePages
{
    /// <summary>Null where a language never had one.</summary>
    /// <param name="language">A tag such as <c>fa</c> or <c>zh-Hant</c>.</param>
    public static Encoding? Of(string language) => NumberOf(language) is { } number ? CodePagesEncodingProvider.Instance.GetEncoding(number) : null;

    private static int? NumberOf(string language) => language.Split('-')[0] switch
    {
        "ar" or "fa" or "ur" or "ps" or "ckb" or "ug" => 1256,
        "ru" or "uk" or "be" or "bg" or "mk" or "sr" or "kk" or "ky" or "mn" or "tg" => 1251,
        "pl" or "cs" or "sk" or "hu" or "ro" or "hr" or "sl" or "bs" or "sq" => 1250,
        "el" => 1253,
        "tr" or "az" => 1254,
        "he" or "yi" => 1255,
        "et" or "lv" or "lt" => 1257,
        "vi" => 1258,
        "th" => 874,
        "ja" => 932,
        "ko" => 949,
        "zh" => language.Contains("Hant", StringComparison.OrdinalIgnoreCase) || language.EndsWith("TW", StringComparison.OrdinalIgnoreCase) || language.EndsWith("HK", StringComparison.OrdinalIgnoreCase) ? 950 : 936,
        "en" or "de" or "fr" or "es" or "pt" or "it" or "nl" or "da" or "nb" or "nn" or "no" or "sv" or "fi" or "is" or "ca" or "eu" or "gl" or "ga" or "id" or "ms" or "sw" => 1252,
        _ => null,
    };
}
