namespace Storyprint.Formats.Dates;

/// <summary>Names of months and days, and the small words around dates, in the languages of imported archives.</summary>
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
    ];

    private const string JalaliMonths = "فروردین اردیبهشت خرداد تیر مرداد شهریور مهر آبان آذر دی بهمن اسفند";

    private const string SmallWords = """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun st nd rd th
        at on of the de del d le den der um uhr kl à h hrs hours date time published updated posted publish release print o'clock and t
        دوشنبه سه چهار پنج شنبه سهشنبه چهارشنبه پنجشنبه یکشنبه یک دو جمعه ساعت تاریخ انتشار در روز ماه سال مورخ به وقت تهران محلی local زمان درج خبر
        الاثنین الثلاثاء الأربعاء الخمیس الجمعة السبت الأحد lundi mardi mercredi jeudi vendredi samedi dimanche
        montag dienstag mittwoch donnerstag freitag samstag sonntag lunes martes miércoles jueves viernes sábado domingo
        mandag tirsdag onsdag torsdag fredag lørdag søndag понедельник вторник среда четверг пятница суббота воскресенье г в
        """;

    private static readonly Dictionary<string, int> Numbers = Gregorian
        .SelectMany(line => line.Split(' ').Select((name, at) => (name: Persian(name), number: at + 1)))
        .GroupBy(month => month.name).ToDictionary(same => same.Key, same => same.First().number, StringComparer.Ordinal);

    private static readonly Dictionary<string, int> Jalali = JalaliMonths.Split(' ').Select((name, at) => (name, at + 1)).ToDictionary(StringComparer.Ordinal);

    private static readonly HashSet<string> Small = [.. Persian(SmallWords).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)];

    // Unifies letters that Arabic and Persian keyboards write differently.
    private static string Persian(string words) => words.Replace('ي', 'ی').Replace('ك', 'ک');

    /// <summary>The number of a month, and whether it is Jalali; the word in lower case.</summary>
    public static (int Number, bool IsJalali)? Find(string word) =>
        Numbers.TryGetValue(word, out var number) ? (number, false) : Jalali.TryGetValue(word, out number) ? (number, true) : null;

    /// <summary>Whether a word may accompany a date, so that the line is still only a date.</summary>
    public static bool IsSmallWord(string word) => Small.Contains(word);
}
