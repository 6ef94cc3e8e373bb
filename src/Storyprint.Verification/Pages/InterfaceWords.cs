using System.Text.Json;
using Storyprint.Provenance.Served;

namespace Storyprint.Verification.Pages;

/// <summary>What the pages of a publication say beside its stories, and which of it is not the program's own.</summary>
internal sealed class InterfaceWords
{
    private InterfaceWords(InterfaceDocument document)
    {
        Origin = document.Address;
        Editions = [.. document.Editions.Select((edition, index) => new InterfaceLanguage(edition, document, isMain: index == 0))];
        var program = Program();
        OwnWords = [.. document.Editions.SelectMany(edition => edition.Texts.Values.Concat(edition.Words).Concat(edition.Sections.Values).Append(edition.Name)
                .Concat(edition.StandingPages?.Values.SelectMany(lines => lines) ?? []))
            .Where(text => !program.Contains(text)).Distinct()];
    }

    /// <summary>Scheme and host that the pages give as their own.</summary>
    public string Origin { get; }

    /// <summary>The main edition first.</summary>
    public IReadOnlyList<InterfaceLanguage> Editions { get; }

    /// <summary>What the publication says in words of its own, which nobody sealed: for whoever reads the report.</summary>
    public IReadOnlyList<string> OwnWords { get; }

    /// <summary>The edition of a story; stories of an edition that was given up are shown in the main one.</summary>
    public InterfaceLanguage For(string language) =>
        Editions.FirstOrDefault(edition => string.Equals(edition.Language, language, StringComparison.OrdinalIgnoreCase)) ?? Editions[0];

    public static async Task<InterfaceWords?> ReadAsync(IPublishedSite site, Findings findings, CancellationToken cancellation)
    {
        var answer = await site.ReadAsync(PublishedFiles.Interface, InterfaceDocument.MaxLength, cancellation);
        if (answer is not { IsGone: false, IsTooLong: false } || !InterfaceDocument.TryParse(answer.Bytes, out var document, out var reason))
        {
            findings.Add(ReaderFindingKinds.InterfaceUnknown, PublishedFiles.Interface, answer is null ? "There is nothing at this address." : "It cannot be read.");
            return null;
        }

        return new InterfaceWords(document);
    }

    // Texts that count are objects with a form for each plural category.
    private static HashSet<string> Program()
    {
        var texts = new HashSet<string>(StringComparer.Ordinal);
        var assembly = typeof(InterfaceWords).Assembly;
        foreach (var name in assembly.GetManifestResourceNames().Where(name => name.StartsWith("texts/", StringComparison.Ordinal)))
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            using var document = JsonDocument.Parse(stream);
            foreach (var property in document.RootElement.EnumerateObject())
            {
                texts.UnionWith(property.Value.ValueKind == JsonValueKind.Object ? property.Value.EnumerateObject().Select(form => form.Value.GetString()!) : [property.Value.GetString()!]);
            }
        }

        return texts;
    }
}

/// <summary>The words of one edition, and how it writes dates.</summary>
internal sealed class InterfaceLanguage
{
    private readonly InterfaceEdition edition;

    public InterfaceLanguage(InterfaceEdition edition, InterfaceDocument document, bool isMain)
    {
        (this.edition, Dates) = (edition, new WrittenDates(edition));
        Front = isMain ? string.Empty : $"{edition.Language}/";
        Book = new PhraseBook().AddWhole(edition.Name, "UTC", document.Address, document.Address.Split("://")[^1], edition.Language.Replace('-', '_')).AddWhole(edition.Words).AddWhole(edition.Months).AddWhole(edition.Sections.Values).AddWhole(edition.Sections.Keys);
        foreach (var text in edition.Texts.Values)
        {
            Book.Add(text);
        }

        foreach (var word in PageInterface.MachineWords)
        {
            Book.AddWhole(word);
        }
    }

    public string Language => edition.Language;

    public string Name => edition.Name;

    public IEnumerable<string> Sections => edition.Sections.Keys;

    /// <summary>Where a list is now, such as <c>topic/boats</c>.</summary>
    public string ListOf(string kind, string slug) => edition.MovedLists?.GetValueOrDefault($"{kind}/{slug}") ?? $"{kind}/{slug}";

    /// <summary>The address of the front page.</summary>
    public string Front { get; }

    public PhraseBook Book { get; }

    public WrittenDates Dates { get; }

    /// <summary>The lines of the standing pages by the end of their addresses; null where the publication does not name them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>>? StandingPages => edition.StandingPages;

    /// <summary>The text of a key; empty where the publication names none.</summary>
    public string Text(string key) => edition.Texts.GetValueOrDefault(key) ?? string.Empty;

    /// <summary>All texts whose keys begin so.</summary>
    public IEnumerable<KeyValuePair<string, string>> TextsOf(string prefix) => edition.Texts.Where(text => text.Key.StartsWith(prefix, StringComparison.Ordinal));

    /// <summary>The words of a key's text with its values; null where the publication names none, and then only its list of phrases can tell.</summary>
    public string[]? WordsOf(string key, params ReadOnlySpan<string> values)
    {
        var text = Text(key);
        for (var index = 0; index < values.Length; index++)
        {
            text = text.Replace($"{{{index}}}", values[index], StringComparison.Ordinal);
        }

        return text.Length == 0 ? null : WordSequence.Of(text);
    }

    /// <summary>Whether a text is that of a key with its values.</summary>
    public bool Says(string said, string key, params ReadOnlySpan<string> values) => WordsOf(key, values) is not { } words || WordSequence.Of(said).SequenceEqual(words);
}
