using System.Text;

namespace Storyprint.Formats.SavedPages;

internal enum PageLabel
{
    Code,
    Link,
    Date,
    Author,
    Section,
}

/// <summary>The labels of many publishers' print pages.</summary>
internal static class PageLabels
{
    private static readonly Dictionary<PageLabel, string> Words = new()
    {
        [PageLabel.Code] = "story code|news id|news code|story id|article id|article code|item code|code|id|کد خبر|شناسه خبر|کد مطلب|شماره خبر|شناسه مطلب|کدخبر|رمز الخبر|رقم الخبر|haber kodu|code de l'article|artikelnummer|código|код новости",
        [PageLabel.Link] = "news link|story link|link|short link|permalink|article link|url|address|news url|source link|لینک خبر|نشانی خبر|لینک کوتاه|لینک|پیوند خبر|آدرس خبر|لینک کوتاه خبر|لینک مطلب|رابط الخبر|haber linki|lien|enlace|ссылка",
        [PageLabel.Date] = "date|published|publish date|publication date|date of publication|news date|posted|time|تاریخ انتشار|تاریخ|زمان انتشار|تاریخ خبر|ساعت انتشار|تاریخ درج|التاریخ|tarih|datum|fecha|дата",
        [PageLabel.Author] = "by|author|reporter|correspondent|writer|byline|نویسنده|خبرنگار|گزارشگر|تهیه کننده|الکاتب|yazar|auteur|autor",
        [PageLabel.Section] = "service|section|category|news service|گروه|سرویس|گروه خبر|بخش|دسته بندی|سرویس خبر",
    };

    private static readonly Dictionary<string, PageLabel> Known = Words
        .SelectMany(kind => kind.Value.Split('|').Select(label => (label: Fold(label), kind.Key))).ToDictionary(pair => pair.label, pair => pair.Key, StringComparer.Ordinal);

    /// <summary>Labels that are unambiguous even without a colon.</summary>
    private static readonly HashSet<string> Sure = [.. "story code|news id|news code|news link|story link|short link|کد خبر|شناسه خبر|لینک خبر|نشانی خبر|لینک کوتاه".Split('|').Select(Fold)];

    public static int LongestLabel { get; } = Known.Keys.Max(label => label.Length) + 4;

    public static bool TryFind(string words, bool hasColon, out PageLabel label)
    {
        var folded = Fold(words);
        label = default;
        return folded.Length > 0 && (hasColon || Sure.Contains(folded)) && Known.TryGetValue(folded, out label);
    }

    /// <summary>The comparison form of words: lower case, unified Arabic and Persian letters, no joiners, single spaces.</summary>
    public static string Fold(string words)
    {
        var folded = new StringBuilder(words.Length);
        foreach (var character in words)
        {
            if (char.IsWhiteSpace(character) || character is '\u200C')
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (char.GetUnicodeCategory(character) != System.Globalization.UnicodeCategory.Format)
            {
                folded.Append(character switch { 'ي' => 'ی', 'ك' => 'ک', '’' => '\'', _ => char.ToLowerInvariant(character) });
            }
        }

        return folded.ToString().Trim();
    }
}
