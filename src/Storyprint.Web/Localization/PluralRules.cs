using System.Collections.Concurrent;
using System.Globalization;
using System.Text.Json;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.Localization;

/// <summary>
/// The plural categories of one language for whole numbers, by CLDR's rules (UTS #35, part 3, "Language Plural Rules"): <c>zero</c>, <c>one</c>,
/// <c>two</c>, <c>few</c>, <c>many</c> and, always, <c>other</c>. A language CLDR does not know has only <c>other</c>.
/// </summary>
public sealed class PluralRules
{
    public const string Other = "other";

    private static readonly Lazy<Dictionary<string, Dictionary<string, string>>> Cldr = new(Read);
    private static readonly ConcurrentDictionary<string, PluralRules> Known = new(StringComparer.OrdinalIgnoreCase);

    private readonly IReadOnlyList<(string Category, string Rule)> rules;

    private PluralRules(IReadOnlyDictionary<string, string> rules) => this.rules = [.. rules.Select(rule => (rule.Key, rule.Value))];

    /// <summary>The categories that whole numbers can have, <c>other</c> last.</summary>
    public IEnumerable<string> Categories => rules.Select(rule => rule.Category).Append(Other);

    /// <param name="language">BCP 47 tag; where CLDR has no rules for it, those of its language.</param>
    public static PluralRules ForLanguage(string language) => Known.GetOrAdd(language, static tag => new PluralRules(
        Cldr.Value.GetValueOrDefault(tag) ?? Cldr.Value.GetValueOrDefault(tag.Split('-')[0]) ?? []));

    /// <summary>The category of a number, <c>few</c> for 3 in Polish for example.</summary>
    public string Category(long number) => rules.FirstOrDefault(rule => IsMet(rule.Rule, Math.Abs(number))).Category ?? Other;

    // condition = and_condition ('or' and_condition)*; of whole numbers n and i are the number, and v, w, f, t, c and e are 0.
    private static bool IsMet(string rule, long number) =>
        rule.Split(" or ").Any(each => each.Split(" and ").All(relation => Holds(relation.Trim(), number)));

    // relation = operand ('%' value)? ('=' | '!=') range (',' range)*
    private static bool Holds(string relation, long number)
    {
        var isNegated = relation.Contains("!=", StringComparison.Ordinal);
        var sides = relation.Split(isNegated ? "!=" : "=", StringSplitOptions.TrimEntries);
        var operand = sides[0].Split('%', StringSplitOptions.TrimEntries);
        var value = operand[0] is "n" or "i" ? number : 0;
        if (operand.Length > 1)
        {
            value %= Number(operand[1]);
        }

        return isNegated != sides[1].Split(',').Any(range => range.Split("..") is [var from, var to]
            ? value >= Number(from) && value <= Number(to)
            : value == Number(range));
    }

    private static long Number(string digits) => long.Parse(digits.AsSpan().Trim(), CultureInfo.InvariantCulture);

    private static Dictionary<string, Dictionary<string, string>> Read()
    {
        using var stream = typeof(PluralRules).Assembly.GetManifestResourceStream("assets/plurals.json")
            ?? throw new InvalidOperationException("The program was built without its plural rules.");
        return JsonSerializer.Deserialize(stream, AssetManifest.Default.DictionaryStringDictionaryStringString)!;
    }
}
