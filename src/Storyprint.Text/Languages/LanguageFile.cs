using System.Text.Json.Serialization;

namespace Storyprint.Text.Languages;

/// <summary>One file of <c>Languages/</c> as it is written: lists are words between spaces, pairs are <c>from=to</c>.</summary>
/// <remarks>Settable: generated JSON code gives init-only properties null where the file lacks them.</remarks>
internal sealed record LanguageFile
{
    /// <summary>Words that turn a sentence round.</summary>
    public string Negations { get; set; } = "";

    /// <summary>What a negating word begins with, such as n' in French; of its ends, n't in English.</summary>
    public string NegativeBeginnings { get; set; } = "";

    /// <inheritdoc cref="NegativeBeginnings"/>
    public string NegativeEndings { get; set; } = "";

    /// <summary>What makes the opposite of a word: un-, -less.</summary>
    public string NegativePrefixes { get; set; } = "";

    /// <inheritdoc cref="NegativePrefixes"/>
    public string NegativeSuffixes { get; set; } = "";

    /// <summary>Verbs that are negated by a prefix, where the language does so.</summary>
    public VerbsFile? Verbs { get; set; }

    public string Numbers { get; set; } = "";

    /// <summary>Whether number words are written together: achtundsiebzig.</summary>
    public bool JoinsNumbers { get; set; }

    /// <summary>What may stand between them: und.</summary>
    public string NumberLinks { get; set; } = "";

    /// <summary>Names of months and days beyond those the machine knows; <see cref="Weekdays"/> need no number to be a date.</summary>
    public string Dates { get; set; } = "";

    /// <inheritdoc cref="Dates"/>
    public string Weekdays { get; set; } = "";

    /// <summary>The marks that part thousands; <c>space</c> for the no-break spaces.</summary>
    public string Grouping { get; set; } = "";

    /// <summary>Letters that are one letter in this language, in two shapes.</summary>
    public string Variants { get; set; } = "";

    /// <summary>Punctuation marks that are one mark in two shapes.</summary>
    public string Marks { get; set; } = "";

    /// <summary>Ends of words that are one end in two spellings.</summary>
    public string Endings { get; set; } = "";

    /// <summary>Words that have two spellings, and no other meaning in either.</summary>
    public string Spellings { get; set; } = "";

    /// <summary>Where a zero-width non-joiner may stand, where the script has it.</summary>
    public JoinersFile? Joiners { get; set; }

    /// <summary>Words that never stand twice on purpose.</summary>
    public string Doubled { get; set; } = "";

    /// <summary>Words that mean the same with a capital at the head of a paragraph.</summary>
    public string SmallWords { get; set; } = "";
}

internal sealed record VerbsFile
{
    public string Prefixes { get; set; } = "";

    /// <summary>What may stand before the negation: بر in برنگشت.</summary>
    public string Preverbs { get; set; } = "";

    public string Past { get; set; } = "";

    public string Present { get; set; } = "";

    public string Endings { get; set; } = "";
}

internal sealed record JoinersFile
{
    /// <summary>Endings that may be joined, half joined, or (see <see cref="SpacedSuffixes"/>) stand apart.</summary>
    public string Suffixes { get; set; } = "";

    public string SpacedSuffixes { get; set; } = "";

    /// <summary>Endings that may stand apart after a word in ه only.</summary>
    public string SpacedAfterHe { get; set; } = "";

    /// <summary>Beginnings that may be joined, half joined or stand apart.</summary>
    public string Prefixes { get; set; } = "";

    /// <summary>Joined forms that are words of their own: تنها (only) is not تن‌ها (bodies).</summary>
    public string Words { get; set; } = "";
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(LanguageFile))]
internal sealed partial class LanguageJson : JsonSerializerContext;
