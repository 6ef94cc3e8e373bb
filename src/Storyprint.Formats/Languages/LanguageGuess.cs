using System.Globalization;

namespace Storyprint.Formats.Languages;

/// <summary>Guesses the language of a text by its small words: good enough to doubt what an archive says, never to decide it.</summary>
internal static class LanguageGuess
{
    private const int MaxWords = 200;
    private const int FewHits = 5;

    private static readonly Dictionary<string, HashSet<string>> Small = """
        en the of and to in that is was for with as his her they at be this have from or had by but not are were which you their has been
        de der die das und ist nicht mit ein eine den von zu im für auf dem sich des auch als an nach wie wird bei aus sind noch wurde einer
        fr le la les des est et une dans pour que qui sur pas au avec ce il elle sont par plus du ont cette mais aux été ses leur
        es el la los las y que en es por con para una del se no lo su al como más pero sus ha este sobre también fue
        it il la di che e un una per non con sono del della nel alla dei gli le si anche è più ha come dal
        pt o a os as e que de do da em um uma para com não por se na no mais dos das ao foi são pelo pela
        nl de het een en van is dat in te zijn op met voor niet die er aan ook als bij naar door maar was wordt werd
        da og det er en at på til af den de som med har ikke for var et blev fra kan også efter
        no og det er en at på til av den de som med har ikke for var et ble fra kan også etter
        sv och det är en att på till av den de som med har inte för var ett blev från kan också efter
        fi ja on ei se että oli hän ovat mutta myös kun niin ole joka tai sen mukaan
        pl i w na z do się nie że jest to o jak za po przez od dla był które oraz
        cs a v na se že je s z do to o k pro jako ale by po za byl jsou které
        ro și în de la cu pe nu este un o pentru din care mai sunt fost sau a
        hu a az és hogy nem is egy meg volt csak már ez de még mint
        tr ve bir bu için ile da de çok olarak olan daha gibi ancak kadar
        id yang dan di itu dengan untuk tidak ini dari dalam akan pada juga telah adalah
        vi và của là có được không cho trong với một các người này khi đã
        ru и в не на что с он как это по но из к за от было был его для
        uk і в не на що з він як це по але із до за від було був його для та у
        bg и в не на че с той като това по но от за да се са
        fa و در به از که این را با است برای آن می یک خود تا بود شد بر هم
        ar في من على أن إلى عن التي الذي هذا هذه كان مع ما لا بعد وقد قال
        ur اور کے میں کی ہے سے کو کا نے پر کہ یہ ہیں اس بھی نہیں
        """.ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' '))
        .ToDictionary(words => words[0], words => words[1..].ToHashSet(StringComparer.Ordinal), StringComparer.Ordinal);

    /// <summary>The language that a text is almost certainly in, if that is another than the one given; otherwise null.</summary>
    /// <param name="language">The language that it is taken for.</param>
    public static string? OtherThan(string language, string text)
    {
        if (!Small.TryGetValue(language.Split('-')[0], out var own))
        {
            return null;
        }

        var words = Words(text);
        var taken = words.Count(own.Contains);
        if (taken >= FewHits && taken * 8 >= words.Count)
        {
            return null;
        }

        var (best, hits) = Small.Select(pair => (pair.Key, Hits: words.Count(pair.Value.Contains))).MaxBy(pair => pair.Hits);
        return hits >= FewHits && hits * 8 >= words.Count && hits > 2 * taken ? best : null;
    }

    /// <summary>How many of the first words of a text are small words of a language.</summary>
    public static int Hits(string language, string text) => Small.TryGetValue(language.Split('-')[0], out var own) ? Words(text).Count(own.Contains) : 0;

    private static List<string> Words(string text)
    {
        var words = new List<string>();
        var start = -1;
        for (var at = 0; at <= text.Length && words.Count < MaxWords; at++)
        {
            var isLetter = at < text.Length && (char.IsLetter(text[at]) || char.GetUnicodeCategory(text[at]) == UnicodeCategory.NonSpacingMark);
            if (isLetter && start < 0)
            {
                start = at;
            }
            else if (!isLetter && start >= 0)
            {
                words.Add(text[start..at].ToLowerInvariant());
                start = -1;
            }
        }

        return words;
    }
}
