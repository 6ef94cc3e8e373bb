namespace Storyprint.Operations.Archive;

/// <summary>A file of an archive in its ledger.</summary>
/// <param name="Path">Relative to the archive's folder, with <c>/</c>.</param>
/// <param name="ContentStamp">The stamp of its content.</param>
internal sealed record ArchivedFile(string Path, long Length, string ContentStamp);

/// <summary>The files written for a part.</summary>
/// <param name="ContentStamp">The part's stamp when it was written; null where it is always requested again.</param>
internal sealed record ArchivedPart(string? ContentStamp, IReadOnlyList<ArchivedFile> Files);
