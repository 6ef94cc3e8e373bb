namespace Storyprint.Stories.Releases.Gate;

/// <summary>Words that turn a sentence into its opposite, as data by language.</summary>
internal static class Negations
{
    private static readonly Dictionary<string, Negation> ByLanguage = new(StringComparer.Ordinal)
    {
        ["en"] = new("no not never none nobody nothing nowhere neither nor without cannot dont doesnt didnt isnt arent wasnt werent wont cant", ending: "n't"),
        ["de"] = new("nicht nichts nie niemals niemand niemanden niemandem nirgends weder ohne nein kein keine keinen keinem keiner keines"),
        ["fr"] = new("ne pas non jamais rien personne aucun aucune aucuns aucunes nul nulle ni sans guère nullement", beginning: "n'"),
        ["es"] = new("no ni nunca jamás nada nadie ningún ninguno ninguna ningunos ningunas sin tampoco"),
        ["fa"] = new("نه نیست نیستند نیستم نیستیم نیستی نیستید نبود نبودند نشد نشدند نشده نکرد نکردند نکرده ندارد ندارند نداشت نداشتند نداد نگفت نخواهد نخواهند نباید نشود نکند هیچ هرگز هیچگاه بدون بی بلا غیر", beginning: "نمی"),
        ["ar"] = new("لا لم لن ليس ليست ليسوا لست غير بدون دون بلا كلا ولا ولم ولن وليس أبدا مطلقا عدم"),
    };

    /// <summary>Whether a folded word negates in the language, or, where the language is not known here, in any.</summary>
    public static bool Holds(string language, string key) =>
        ByLanguage.TryGetValue(language, out var words) ? words.Holds(key) : ByLanguage.Values.Any(known => known.Holds(key));

    private sealed class Negation(string words, string beginning = "", string ending = "")
    {
        private readonly HashSet<string> keys = [.. words.Split(' ').Select(GateFold.Of)];
        private readonly string start = GateFold.Of(beginning);

        public bool Holds(string key) => keys.Contains(key)
            || (start.Length > 0 && key.StartsWith(start, StringComparison.Ordinal))
            || (ending.Length > 0 && key.EndsWith(ending, StringComparison.Ordinal));
    }
}
