using System.Collections.Frozen;
using Storyprint.Text.Folding;

namespace Storyprint.Text.Differences;

/// <summary>
/// Words that turn a sentence round, by language. Whole words only, listed; a prefix or ending counts only where it is listed too.
/// </summary>
internal sealed class NegationWords
{
    private static readonly FrozenDictionary<string, string> Lists = new Dictionary<string, string>
    {
        ["ar"] = "لا لم لن ليس ليست ليسوا لست لسنا غير بدون دون كلا عدم ولا ولم ولن وليس",
        ["cs"] = "ne není nejsou nebyl nebyla nikdy nikdo nic žádný bez",
        ["da"] = "ikke ingen intet aldrig uden nej",
        ["de"] = "nicht nichts kein keine keinen keinem keiner keines nie niemals niemand nirgends ohne weder nein",
        ["el"] = "δεν μην όχι ποτέ κανένας καμία τίποτα χωρίς δε μη",
        ["en"] = "not no never none nobody nothing nowhere neither nor without cannot hardly",
        ["es"] = "no nunca jamás nadie nada ninguno ninguna ningún ni sin tampoco",
        ["fa"] = "نه نیست نیستند نیستم نیستی نیستیم نیستید هیچ هرگز بدون بی غیر عدم",
        ["fi"] = "ei en et emme ette eivät älä ilman",
        ["fr"] = "ne pas non jamais rien aucun aucune personne ni sans nul nulle guère",
        ["he"] = "לא אין אינו אינה אינם אל בלי ללא מעולם",
        ["hi"] = "नहीं न मत बिना कभी",
        ["id"] = "tidak bukan jangan belum tanpa tak",
        ["it"] = "non no mai nessuno nessuna nessun niente nulla né senza neppure neanche",
        ["ja"] = "不 非 無 未",
        ["nl"] = "niet geen nooit niemand niets nergens zonder noch nee",
        ["no"] = "ikke ingen intet aldri uten nei",
        ["pl"] = "nie nigdy nikt nic żaden żadna żadne bez ani",
        ["pt"] = "não nunca jamais ninguém nada nenhum nenhuma nem sem",
        ["ro"] = "nu niciodată nimeni nimic niciun nicio fără nici",
        ["ru"] = "не нет ни никогда никто ничего без нельзя никакой",
        ["sv"] = "inte ej ingen inget inga aldrig utan nej",
        ["tr"] = "değil yok hayır hiç asla olmadan",
        ["uk"] = "не ні немає ніколи ніхто нічого без",
        ["ur"] = "نہیں نہ مت بغیر کبھی",
        ["vi"] = "không chưa chẳng chả đừng",
        ["zh"] = "不 没 沒 未 无 無 非 否 勿 别",
    }.ToFrozenDictionary();

    private static readonly FrozenDictionary<string, NegationWords> Known = Lists.Keys
        .ToFrozenDictionary(language => language, language => new NegationWords([language]));

    private static readonly NegationWords All = new([.. Lists.Keys]);

    private readonly FrozenSet<string> words;
    private readonly bool isEnglish;
    private readonly bool isFrench;
    private readonly bool isPersian;

    private NegationWords(string[] languages)
    {
        words = languages.SelectMany(language => Lists[language].Split(' ')).Select(Fold.Of).ToFrozenSet(StringComparer.Ordinal);
        (isEnglish, isFrench, isPersian) = (languages.Contains("en"), languages.Contains("fr"), languages.Contains("fa"));
    }

    /// <param name="language">BCP 47 tag; every list together where null or unknown.</param>
    public static NegationWords Of(string? language) =>
        Known.GetValueOrDefault((language ?? "").Split('-')[0].ToLowerInvariant()) ?? All;

    /// <param name="word">A folded word.</param>
    public bool Contains(string word) => words.Contains(word)
        || (isEnglish && word.EndsWith("n't", StringComparison.Ordinal))
        || (isFrench && word.StartsWith("n'", StringComparison.Ordinal))
        || (isPersian && PersianVerbs.IsNegative(word));
}
