using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;

namespace Storyprint.Stories.Editions.Settings;

/// <summary>Names a setting that is kept in the database: <c>address</c>, or of one edition <c>editions.fa.name</c>.</summary>
public readonly partial record struct SettingKey
{
    /// <summary>The languages of the editions in their order, the main one first.</summary>
    public const string EditionList = "editions";

    /// <summary>The arrangement of a front page that an editor has not finished: no reader sees it.</summary>
    public const string FrontDraft = "frontDraft";

    // What belongs to a machine or to the installation stays in its file.
    private static readonly string[] OfMachine = ["database", "media", "isDemo"];

    private static readonly HashSet<string> OfPublication =
        [.. PublicationJson.Default.Publication.Properties.Where(property => property.Set is not null).Select(property => property.Name).Except(OfMachine)];

    private static readonly HashSet<string> OfEdition =
        [.. PublicationJson.Default.Edition.Properties.Where(property => property.Set is not null).Select(property => property.Name).Except(["language"]), FrontDraft];

    private SettingKey(string? language, string name) => (Language, Name) = (language, name);

    /// <summary>The language of the edition; null for a setting of the whole publication.</summary>
    public string? Language { get; }

    /// <summary>The name of the property.</summary>
    public string Name { get; }

    /// <summary>The names of the settings of a publication, <see cref="EditionList"/> among them.</summary>
    public static IReadOnlyCollection<string> NamesOfPublication => OfPublication;

    /// <summary>The names of the settings of an edition.</summary>
    public static IReadOnlyCollection<string> NamesOfEdition => OfEdition;

    /// <summary>Whether a name of <c>publication.json</c> belongs to the machine and is never in the database.</summary>
    public static bool IsOfMachine(string name) => OfMachine.Contains(name);

    public static SettingKey Of(string name) =>
        OfPublication.Contains(name) ? new SettingKey(null, name) : throw new ArgumentException($"'{name}' is no setting of a publication.", nameof(name));

    public static SettingKey Of(string language, string name) =>
        TryParse($"{EditionList}.{language}.{name}", out var key) ? key : throw new ArgumentException($"'{language}' has no setting '{name}'.", nameof(name));

    public static bool TryParse(string? text, out SettingKey key)
    {
        key = text?.Split('.') switch
        {
            [var name] when OfPublication.Contains(name) => new SettingKey(null, name),
            [EditionList, var language, var name] when OfEdition.Contains(name) && IsLanguage(language) => new SettingKey(language, name),
            _ => default,
        };
        return key.Name is not null;
    }

    /// <summary>Whether a text can be the language tag of an edition, which is also the first part of its addresses.</summary>
    public static bool IsLanguage([NotNullWhen(true)] string? text) => text is not null && Tag().IsMatch(text);

    public override string ToString() => Language is null ? Name : $"{EditionList}.{Language}.{Name}";

    [GeneratedRegex(@"\A[a-z]{2,3}(-[a-z0-9]{2,8})*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Tag();
}
