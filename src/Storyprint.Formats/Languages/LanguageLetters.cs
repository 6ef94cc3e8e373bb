namespace Storyprint.Formats.Languages;

/// <summary>Guesses a language of the Arabic or Cyrillic script by letters that others of the script do not have: a few lines are enough, where small words need a text.</summary>
internal static class LanguageLetters
{
    private const int FewLetters = 3;

    // Letters that only this language, or a few of its neighbours, has.
    private static readonly (string Language, string Letters)[] Own =
    [
        ("ur", "ٹڈڑںےہھ"), ("ps", "ځڅډړږښڼۍګ"), ("ckb", "ڕڵۆێ"), ("ug", "ۇۈۋېڭ"), ("sd", "ٻڀٺٽڄڃڌڍڙڦڪڳڱ"), ("fa", "پچژگ"),
        ("uk", "іїєґ"), ("be", "ўі"), ("sr", "ђћџљњј"), ("mk", "ѓќѕљњџј"), ("kk", "әғқңөұүһі"), ("ru", "ыэё"),
    ];

    // Neighbours write these too, so that they tell nothing of a text in such an edition.
    private static readonly string[] PersianLetters = ["ur", "ps", "ckb", "ug", "sd", "ku", "pa", "az"];

    /// <summary>The language that the letters of a text belong to, if that is another than the one given; otherwise null.</summary>
    public static string? OtherThan(string language, string text)
    {
        var letters = text.Count(char.IsLetter);
        var (ownLanguage, script) = (language.Split('-')[0], Script.Of(text));
        var own = Own.FirstOrDefault(each => each.Language == ownLanguage).Letters ?? string.Empty;
        if (Script.OfLanguage(language) != script)
        {
            return null;
        }

        if (script == "Arabic" && ownLanguage != "ar" && IsArabic(text))
        {
            return "ar";
        }

        var (best, hits) = Own.Where(each => each.Language != ownLanguage && (each.Language != "fa" || !PersianLetters.Contains(ownLanguage)))
            .Select(each => (each.Language, Hits: text.Count(letter => each.Letters.Contains(letter, StringComparison.Ordinal) && !own.Contains(letter, StringComparison.Ordinal))))
            .MaxBy(each => each.Hits);
        return hits >= FewLetters && hits * 25 >= letters ? best : null;
    }

    // Persian has none of these letters in words of its own, and never so long a text without its own; the article alone would not tell, for names have it.
    private static bool IsArabic(string text) =>
        text.Count(letter => letter is 'ة' or 'إ' or 'أ' or 'ى') >= FewLetters
        && text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Count(word => word.StartsWith("ال", StringComparison.Ordinal)) >= 2
        && !text.Any(letter => Own.Any(each => each.Letters.Contains(letter, StringComparison.Ordinal)));
}
