using Storyprint.Formats.Html;
using Storyprint.Formats.Languages;
using Storyprint.Stories.Body;
using Storyprint.Stories.Editions;

namespace Storyprint.Formats.Imports;

/// <summary>Who says which language an item is in: not all of them know.</summary>
internal enum LanguageStatedBy
{
    /// <summary>The settings of the whole site, where the language is often the one that nobody set.</summary>
    Site,

    /// <summary>The page's template.</summary>
    Template,

    /// <summary>Whoever wrote or filed the item.</summary>
    Author,
}

/// <summary>Which edition an item belongs to. What is in none of their languages is never published as if it were.</summary>
/// <param name="Doubt">Why it may not belong there, as a clause of <see cref="StatedVisibility.Against"/>; null where nothing speaks against it.</param>
internal sealed record EditionOfItem(Edition Edition, string? Doubt)
{
    private const int MaxBlocks = 20;
    private const int MaxLetters = 2000;

    /// <param name="stated">The tag that the item states, or empty.</param>
    /// <param name="by">Who stated it.</param>
    /// <param name="warnings">Is told where the item went elsewhere than it says.</param>
    public static EditionOfItem Choose(ImportOptions options, string stated, LanguageStatedBy by, string headline, IReadOnlyList<Block> body, ImportWarnings warnings)
    {
        var words = string.Join(' ', body.Take(MaxBlocks).SelectMany(block => block.Texts).Prepend(headline));
        words = words.Length > MaxLetters ? words[..MaxLetters] : words;
        var tag = stated.Replace('_', '-').Trim();
        var said = tag.Length == 0 ? null : options.Publication.Edition(tag) ?? options.Publication.Edition(tag.Split('-')[0]);
        var edition = said ?? options.Edition;
        var script = Script.Of(words);
        var isOtherScript = script.Length > 0 && Script.OfLanguage(edition.Language) is { Length: > 0 } own && own != script;
        var isSaid = said is not null && by == LanguageStatedBy.Author;
        var isStrange = tag.Length > 0 && said is null && by != LanguageStatedBy.Site;
        if ((said is null || by == LanguageStatedBy.Site) && isOtherScript && OfScript(options, script) is { } other)
        {
            if (tag.Length > 0 && isStrange)
            {
                warnings.Add($"The publication has no edition in “{ImportWarnings.Short(tag)}”; it came into “{other.Language}”, whose letters it has.");
            }

            // A template that says German over Persian words is only wrong; one that says Arabic over Arabic letters is not.
            var isCredible = isStrange && Script.OfLanguage(tag.Split('-')[0]) == script;
            return new EditionOfItem(other, isCredible ? $"It says that it is in “{ImportWarnings.Short(tag)}”" : Other(other, words, warnings));
        }

        if (isStrange)
        {
            warnings.Add($"The publication has no edition in “{ImportWarnings.Short(tag)}”; it came into “{edition.Language}”.");
            return new EditionOfItem(edition, $"It says that it is in “{ImportWarnings.Short(tag)}”");
        }

        if (isOtherScript && Script.IsSure(words))
        {
            warnings.Add($"It is written in {script} letters, and came into the edition “{edition.Language}”.");
            return new EditionOfItem(edition, isSaid ? null : $"The edition “{edition.Language}” is not written in {script} letters");
        }

        var doubt = Other(edition, words, warnings);
        return new EditionOfItem(edition, isSaid ? null : doubt);
    }

    private static string? Other(Edition edition, string words, ImportWarnings warnings)
    {
        if ((LanguageGuess.OtherThan(edition.Language, words) ?? LanguageLetters.OtherThan(edition.Language, words)) is not { } language)
        {
            return null;
        }

        warnings.Add($"It looks as if it were in “{language}”, and came into the edition “{edition.Language}”.");
        return $"Its language may not be that of the edition “{edition.Language}”";
    }

    private static Edition? OfScript(ImportOptions options, string script) =>
        options.Publication.Editions.FirstOrDefault(edition => Script.OfLanguage(edition.Language) == script);
}
