using System.Collections.Frozen;

namespace Storyprint.Text.Differences;

/// <summary>Negative forms of common Persian verbs: ن or نمی before a listed stem, with a personal ending or none.</summary>
internal static class PersianVerbs
{
    private static readonly FrozenSet<string> Past =
        "کرد شد بود داشت گفت رفت یامد امد داد خواست توانست دانست گذاشت گرفت دید زد ماند رسید خورد پذیرفت شناخت ساخت نوشت یافت کشت خرید فروخت فرستاد پرداخت"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Present =
        "کن شو باش دار گو رو یا ا ده خواه توان دان گذار گیر بین زن مان رس خور پذیر شناس ساز نویس یاب کش خر فروش فرست پرداز"
            .Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static readonly string[] Endings = ["ایم", "اید", "اند", "یم", "ید", "ند", "ام", "ای", "م", "ی", "د", "ه"];

    /// <param name="word">A folded word: no joiners, آ as ا.</param>
    public static bool IsNegative(string word)
    {
        if (word.Length < 3 || word[0] != 'ن')
        {
            return false;
        }

        var isContinuous = word.StartsWith("نمی", StringComparison.Ordinal);
        return (isContinuous && IsForm(word[3..], Present, needsEnding: true))
            || IsForm(isContinuous ? word[3..] : word[1..], Past, needsEnding: false)
            || (!isContinuous && word.Length > 4 && IsForm(word[1..], Present, needsEnding: true));
    }

    private static bool IsForm(string word, FrozenSet<string> stems, bool needsEnding)
    {
        return (!needsEnding && stems.Contains(word))
            || Endings.Any(ending => word.EndsWith(ending, StringComparison.Ordinal) && stems.Contains(word[..^ending.Length]));
    }
}
