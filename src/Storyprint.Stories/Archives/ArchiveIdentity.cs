using Storyprint.Stories.Codes;

namespace Storyprint.Stories.Archives;

/// <summary>What says which story an item of an archive is (docs/decisions/0020): its own code, link or number with its site; otherwise only where it stands.</summary>
public sealed record ArchiveIdentity
{
    /// <summary>The reader's word: <c>wxr</c>, <c>markdown</c>, <c>saved</c>.</summary>
    public required string Format { get; init; }

    /// <summary>The name that was given to the archive; null where nobody gave one.</summary>
    public string? Archive { get; init; }

    /// <summary>The story code that the item says it has.</summary>
    public StoryCode? Code { get; init; }

    /// <summary>The item's own address with its host, as <see cref="LinkOf"/> gives it.</summary>
    public string? Link { get; init; }

    /// <summary>The item's number with its site: <c>old.example:12</c>.</summary>
    public string? Item { get; init; }

    /// <summary>Where it stands: the name of the archive, or of its folder or file, and the path inside.</summary>
    public required string Place { get; init; }

    /// <summary>The same place as seen from a folder above or below, and as earlier versions wrote it.</summary>
    public IReadOnlyList<string> OtherPlaces { get; init; } = [];

    /// <summary>Whether the item itself says which story it is.</summary>
    public bool IsOwn => Code is not null || Link is not null || Item is not null;

    /// <summary>Whether its identity is beyond doubt: its own, or a place in an archive that was named.</summary>
    public bool IsCertain => IsOwn || Archive is not null;

    /// <summary>The text under which the story is stored; no two stories have the same.</summary>
    public string Source => Item is not null ? $"{Format}{Name}:{Item}" : IsOwn ? $"{Format}{Name}#{Code?.Digits}{(Link is null ? "" : $"@{Link}")}" : $"{Format}:{Place}";

    /// <summary>The texts of its other places.</summary>
    public IEnumerable<string> OtherSources => IsOwn && Item is null ? [] : OtherPlaces.Select(place => $"{Format}:{place}");

    /// <summary>The site, as far as link or number give it.</summary>
    public string? Host => (Link ?? Item) is { } text ? text[..(text.IndexOfAny(['/', ':', '?']) is >= 0 and var end ? end : text.Length)] : null;

    private string Name => Archive is null ? "" : $"[{Archive}]";

    /// <summary>Whether a text may be the name of an archive: it stands in brackets in what is stored.</summary>
    public static bool IsName(string text) => text.Trim().Length == text.Length && text.Length is > 0 and <= 60 && text.All(letter => char.IsLetterOrDigit(letter) || letter is ' ' or '.' or '-' or '_');

    /// <summary>Reads a stored text back; of texts from before there were identities, the place.</summary>
    public static ArchiveIdentity Parse(string source)
    {
        var end = source.AsSpan().IndexOfAny('[', '#', ':');
        if (end < 0)
        {
            return new ArchiveIdentity { Format = string.Empty, Place = source };
        }

        var (format, rest, archive) = (source[..end], source[end..], (string?)null);
        if (rest[0] == '[' && rest.IndexOf(']', StringComparison.Ordinal) is > 0 and var close && close + 1 < rest.Length)
        {
            (archive, rest) = (rest[1..close], rest[(close + 1)..]);
        }

        if (rest[0] == '#')
        {
            var at = rest.IndexOf('@', StringComparison.Ordinal);
            return new ArchiveIdentity
            {
                Format = format,
                Archive = archive,
                Code = StoryCode.TryFromDigits(at < 0 ? rest[1..] : rest[1..at], out var code) ? code : null,
                Link = at < 0 ? null : rest[(at + 1)..],
                Place = string.Empty,
            };
        }

        var place = rest[1..];
        return format == "wxr" && place.LastIndexOf(':') > 0
            ? new ArchiveIdentity { Format = format, Archive = archive, Item = place, Place = string.Empty }
            : new ArchiveIdentity { Format = format, Place = place };
    }

    /// <summary>What a stored story is to this item, by what both say of themselves.</summary>
    /// <param name="stored">The identity of the story, from <see cref="Parse"/>.</param>
    public Likeness To(ArchiveIdentity stored)
    {
        if (Source == stored.Source)
        {
            return IsCertain ? Likeness.Same : Likeness.Unknown;
        }

        (object? Mine, object? Its)[] says = [(Code, stored.Code), (Link, stored.Link), (Item, stored.Item)];
        if (says.Any(pair => pair.Mine is not null && pair.Its is not null && !pair.Mine.Equals(pair.Its)) || (Host is not null && stored.Host is not null && Host != stored.Host))
        {
            return Likeness.Other;
        }

        // A name is given to tell archives apart; only a whole address is stronger.
        if (Archive != stored.Archive)
        {
            return Link is not null && Link == stored.Link && (Archive is null || stored.Archive is null) ? Likeness.Same : Archive is null ? Likeness.Unknown : Likeness.Other;
        }

        return says.Any(pair => pair.Mine is not null && pair.Mine.Equals(pair.Its)) ? Likeness.Same
            : Code is not null && !stored.IsOwn && stored.Format == Format && OtherPlaces.Contains(stored.Place) ? Likeness.Same
            : Likeness.Unknown;
    }

    /// <summary>An absolute address as an identity: host, path and query; null for a root, which every page of a site may give as its own.</summary>
    public static string? LinkOf(string? address)
    {
        const int MaxLength = 1000;
        if (!Uri.TryCreate(address, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https") || uri.Host.Length == 0)
        {
            return null;
        }

        var path = Uri.UnescapeDataString(uri.AbsolutePath).TrimEnd('/').Normalize();
        var link = $"{uri.Authority}{path}{(uri.Query.Length > 1 ? Uri.UnescapeDataString(uri.Query) : "")}";
        return path.Length + uri.Query.Length > 1 && link.Length <= MaxLength ? link : null;
    }

    /// <summary>The other places of a path: seen from each folder above and below, and without the name of the archive.</summary>
    /// <param name="full">The absolute path, or the name of the archive and the path inside.</param>
    /// <param name="place">The place itself, which is left out.</param>
    public static IReadOnlyList<string> PlacesOf(string full, string place)
    {
        var parts = full.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        return [.. Enumerable.Range(0, parts.Length).Select(from => string.Join('/', parts[from..])).Where(other => other != place)];
    }
}

/// <summary>What a stored story is to an item that comes in.</summary>
public enum Likeness
{
    /// <summary>Nothing tells whether they are one story.</summary>
    Unknown,
    Same,

    /// <summary>They contradict each other, so one is never a revision of the other.</summary>
    Other,
}
