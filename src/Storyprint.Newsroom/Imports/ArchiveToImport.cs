using Storyprint.Formats.Dates;
using Storyprint.Formats.Encodings;
using Storyprint.Stories.Archives;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Imports;

/// <summary>An archive on this machine, and how it is to be taken in.</summary>
/// <param name="Path">A file or a folder.</param>
public sealed record ArchiveToImport(string Path)
{
    /// <summary>A folder with its pictures, documents and sounds, or null.</summary>
    public string? Media { get; init; }

    /// <summary>Packed files with more of them.</summary>
    public IReadOnlyList<string> PackedMedia { get; init; } = [];

    /// <summary>The folder below which packed files are unpacked; null for the machine's folder of temporary files.</summary>
    public string? UnpackBelow { get; init; }

    /// <summary>The language of the edition of items that do not say theirs; null for the main one.</summary>
    public string? Edition { get; init; }

    /// <summary>The archive's name, by which its items are known again; or null.</summary>
    public string? Name { get; init; }

    public DateOrder DateOrder { get; init; }

    /// <summary>The encoding of texts that say none, or null.</summary>
    public string? Encoding { get; init; }

    public bool DraftsOnly { get; init; }

    /// <summary>A sentence for readers with which published stories are updated, or null.</summary>
    public string? Note { get; init; }

    /// <summary>The same as a correction, or null.</summary>
    public string? Correction { get; init; }

    /// <summary>Why it cannot be taken, or null.</summary>
    public string? Problem(Publication publication) =>
        Edition is not null && publication.Edition(Edition) is null ? $"The publication has no edition '{Edition}'; it has {string.Join(", ", publication.Editions.Select(each => each.Language))}."
        : Media is not null && !Directory.Exists(Media) ? $"There is no folder {Media} for --media."
        : !File.Exists(Path) && !Directory.Exists(Path) ? $"There is no file or folder {Path}."
        : Name is not null && !ArchiveIdentity.IsName(Name) ? "The name of an archive (--archive) has letters, digits, spaces, dots, hyphens and underscores, at most 60."
        : Encoding is not null && TextEncoding.Find(Encoding) is null ? $"There is no encoding “{Encoding}”. Windows called them windows-1250 to windows-1258; others are koi8-r, iso-8859-2, gb18030, big5, shift_jis and euc-kr."
        : Note is not null && Correction is not null ? "Give either --note or --correct."
        : (Note ?? Correction) is { } words && string.IsNullOrWhiteSpace(words) ? "The note is empty. Write the sentence that readers will see."
        : null;
}
