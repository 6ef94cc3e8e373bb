using System.Globalization;
using System.Text;

namespace Storyprint.Formats.Dates;

/// <summary>Names of months and days, and the small words around dates: those below, and what CLDR (through ICU) has for the languages of archives.</summary>
internal static class MonthNames
{
    private static readonly string[] Gregorian =
    [
        "january february march april may june july august september october november december",
        "jan feb mar apr may jun jul aug sept oct nov dec",
        "jan feb mar apr may jun jul aug sep oct nov dec",
        "ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر",
        "ژانویه فوریه مارس آپریل می جون جولای آگوست سپتامبر اکتوبر نوامبر دسامبر",
        "ینایر فبرایر مارس ابریل مایو یونیو یولیو اغسطس سبتمبر اکتوبر نوفمبر دیسمبر",
        "یناير فبراير مارس أبریل مایو یونیو یولیو أغسطس سبتمبر أکتوبر نوفمبر دیسمبر",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "januar februar marts april maj juni juli august september oktober november december",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",

        // The Levant and Iraq; Algeria and Tunisia; Morocco.
        "کانون_الثانی شباط آذار نیسان أیار حزیران تموز آب أیلول تشرین_الأول تشرین_الثانی کانون_الأول",
        "کانون_ثانی شباط اذار نیسان ایار حزیران تموز آب ایلول تشرین_اول تشرین_ثانی کانون_اول",
        "جانفی فیفری مارس أفریل ماي جوان جویلیة أوت سبتمبر أکتوبر نوفمبر دیسمبر",
        "ینایر فبرایر مارس أبریل ماي یونیو یولیوز غشت شتنبر أکتوبر نونبر دجنبر",
    ];

    private const string JalaliMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند";
    private const string AfghanMonths = "حمل ثور جوزا سرطان اسد سنبله میزان عقرب قوس جدی دلو حوت";

    private const string SmallWords = """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun st nd rd th
        at on of the de del d le den der um uhr kl à a h hrs hours date time published updated posted publish release print o'clock and t er ora ore
        دوشنبه سه چهار پنج شنبه سهشنبه چهارشنبه پنجشنبه یکشنبه یک دو جمعه ساعت تاریخ انتشار در روز ماه سال مورخ به وقت تهران محلی local زمان درج خبر
        الاثنین الثلاثاء الأربعاء الخمیس الجمعة السبت الأحد lundi mardi mercredi jeudi vendredi samedi dimanche
        montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo
        mandag tirsdag onsdag torsdag fredag lørdag søndag понедельник вторник среда четверг пятница суббота воскресенье г в
        月 火 水 木 金 土 日 月曜日 火曜日 水曜日 木曜日 金曜日 土曜日 日曜日 星期一 星期二 星期三 星期四 星期五 星期六 星期日 星期天 周一 周二 周三 周四 周五 周六 周日
        월 화 수 목 금 토 일 월요일 화요일 수요일 목요일 금요일 토요일 일요일 公開 更新 发布 發布 发表 于 입력 수정 พ ศ น เวลา
        """;

    // Whose own calendar is not the Gregorian is above.
    private static readonly string[] Languages =
    [
        "pl", "cs", "sk", "sl", "hr", "sr", "bs", "ro", "hu", "bg", "uk", "be", "mk", "el", "az", "kk", "ka", "hy", "he", "ar-EG", "ar-SY", "ur", "hi", "bn", "gu", "mr", "ta", "te", "th", "id", "ms",
        "sw", "et", "lv", "lt", "ca", "eu", "gl", "sq", "af", "fi", "is", "nb", "sv", "da", "de", "fr", "es", "it", "pt", "nl", "ru", "tr", "vi",
    ];

    private static readonly Dictionary<string, int> Jalali = JalaliMonths.Split(' ').Select((name, at) => (name, at + 1))
        .Concat(AfghanMonths.Split(' ').Select((name, at) => (name, at + 1))).ToDictionary(StringComparer.Ordinal);

    private static readonly Dictionary<string, Dictionary<string, int>> OfLanguage = Languages.ToDictionary(tag => tag.Split('-')[0] + (tag == "ar-SY" ? "-SY" : ""), Read, StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Numbers = All();

    private static readonly HashSet<string> Small =
    [
        .. SmallWords.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Concat(Languages.SelectMany(Days)).Select(Plain)
            .Where(word => Find(word) is null),
    ];

    /// <summary>Names of two words, longest first.</summary>
    public static IReadOnlyList<string> Phrases { get; } = [.. Numbers.Keys.Where(name => name.Contains(' ', StringComparison.Ordinal)).OrderByDescending(name => name.Length)];

    /// <summary>The number of a month, and whether it is Jalali; the word in lower case.</summary>
    /// <param name="language">Whose month it is where two languages differ: the Croatian listopad is October, the Polish one November.</param>
    public static (int Number, bool IsJalali)? Find(string word, string? language = null) =>
        language is not null && OfLanguage.TryGetValue(language.Split('-')[0], out var own) && own.TryGetValue(word, out var number) ? (number, false)
        : Numbers.TryGetValue(word, out number) ? (number, false)
        : Jalali.TryGetValue(word, out number) ? (number, true)
        : word is ['ב', _, _, ..] && Numbers.TryGetValue(word[1..], out number) ? (number, false)
        : null;

    /// <summary>Whether a word may accompany a date, so that the line is still only a date.</summary>
    public static bool IsSmallWord(string word) => Small.Contains(word);

    private static Dictionary<string, int> All()
    {
        var all = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (name, at) in Gregorian.SelectMany(line => line.Split(' ').Select((name, at) => (Plain(name.Replace('_', ' ')), at + 1))))
        {
            all.TryAdd(name, at);
        }

        // A name that means two months in two languages is none.
        foreach (var same in OfLanguage.Values.SelectMany(names => names).Where(name => !all.ContainsKey(name.Key) && !Jalali.ContainsKey(name.Key)).GroupBy(name => name.Key).ToList())
        {
            if (same.Select(name => name.Value).Distinct().Count() == 1)
            {
                all.Add(same.Key, same.First().Value);
            }
        }

        return all;
    }

    private static Dictionary<string, int> Read(string language)
    {
        var format = CultureInfo.GetCultureInfo(language).DateTimeFormat;
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        if (format.Calendar is GregorianCalendar or ThaiBuddhistCalendar)
        {
            string[][] forms = [format.MonthNames, format.MonthGenitiveNames, format.AbbreviatedMonthNames, format.AbbreviatedMonthGenitiveNames];
            foreach (var (name, at) in forms.SelectMany(form => form.Take(12).Select((name, at) => (Plain(name), at + 1))).Where(month => month.Item1.Length > 1 && !month.Item1.Any(char.IsDigit)))
            {
                names.TryAdd(name, at);
            }
        }

        return names;
    }

    private static IEnumerable<string> Days(string language) => CultureInfo.GetCultureInfo(language).DateTimeFormat is var format
        ? format.DayNames.Concat(format.AbbreviatedDayNames).SelectMany(name => name.Split([' ', '.', '-'], StringSplitOptions.RemoveEmptyEntries)).Where(word => word.All(char.IsLetter))
        : [];

    // Unifies letters that Arabic and Persian keyboards write differently.
    private static string Plain(string words) => string.Concat(words.Normalize(NormalizationForm.FormKC).ToLowerInvariant().Replace('ي', 'ی').Replace('ك', 'ک')
        .Where(character => character != '.' && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.Format)).Trim();
}
