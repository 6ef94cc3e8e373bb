using System.Text.Json.Serialization;

namespace Storyprint.Text.Languages;

/// <summary>A file of <c>Languages/</c>: lists are words separated by spaces, pairs are <c>from=to</c>.</summary>
/// <remarks>Settable: generated JSON code sets init-only properties to null where the file omits them.</remarks>
internal sealed record LanguageFile
{
    /// <summary>Negating words.</summary>
    public string Negations { get; set; } = "";

    /// <summary>Beginnings of negating words, such as n' in French; endings, such as n't in English.</summary>
    public string NegativeBeginnings { get; set; } = "";

    /// <inheritdoc cref="NegativeBeginnings"/>
    public string NegativeEndings { get; set; } = "";

    /// <summary>Affixes that make the opposite of a word: un-, -less.</summary>
    public string NegativePrefixes { get; set; } = "";

    /// <inheritdoc cref="NegativePrefixes"/>
    public string NegativeSuffixes { get; set; } = "";

    /// <summary>Verbs that are negated by a prefix, where the language does so.</summary>
    public VerbsFile? Verbs { get; set; }

    public string Numbers { get; set; } = "";

    /// <summary>Whether number words are joined: achtundsiebzig.</summary>
    public bool JoinsNumbers { get; set; }

    /// <summary>Links between joined number words: und.</summary>
    public string NumberLinks { get; set; } = "";

    /// <summary>Names of months and days in addition to the machine's; <see cref="Weekdays"/> are dates without a number.</summary>
    public string Dates { get; set; } = "";

    /// <inheritdoc cref="Dates"/>
    public string Weekdays { get; set; } = "";

    /// <summary>The thousands separators; <c>space</c> means the no-break spaces.</summary>
    public string Grouping { get; set; } = "";

    /// <summary>Letters that are variants in this language.</summary>
    public string Variants { get; set; } = "";

    /// <summary>Punctuation marks that are variants.</summary>
    public string Marks { get; set; } = "";

    /// <summary>Endings with two spellings.</summary>
    public string Endings { get; set; } = "";

    /// <summary>Words with two spellings, neither of which has another meaning.</summary>
    public string Spellings { get; set; } = "";

    /// <summary>The use of zero-width non-joiners, in scripts that have it.</summary>
    public JoinersFile? Joiners { get; set; }

    /// <summary>Words that are never doubled on purpose.</summary>
    public string Doubled { get; set; } = "";

    /// <summary>Words that mean the same with a capital at the beginning of a paragraph.</summary>
    public string SmallWords { get; set; } = "";
}

internal sealed record VerbsFile
{
    public string Prefixes { get; set; } = "";

    /// <summary>Preverbs before the negation: بر in برنگشت.</summary>
    public string Preverbs { get; set; } = "";

    public string Past { get; set; } = "";

    public string Present { get; set; } = "";

    public string Endings { get; set; } = "";
}

internal sealed record JoinersFile
{
    /// <summary>Endings that may be joined, joined with a non-joiner, or (see <see cref="SpacedSuffixes"/>) apart.</summary>
    public string Suffixes { get; set; } = "";

    public string SpacedSuffixes { get; set; } = "";

    /// <summary>Endings that may be apart only after a word in ه.</summary>
    public string SpacedAfterHe { get; set; } = "";

    /// <summary>Beginnings that may be joined, joined with a non-joiner, or apart.</summary>
    public string Prefixes { get; set; } = "";

    /// <summary>Joined forms that are different words: تنها (only) is not تن‌ها (bodies).</summary>
    public string Words { get; set; } = "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LanguageFile))]
internal sealed partial class LanguageJson : JsonSerializerContext;
