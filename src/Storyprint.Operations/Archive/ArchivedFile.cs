namespace Storyprint.Operations.Archive;

/// <summary>A file of an archive as its ledger knows it.</summary>
/// <param name="Path">Below the archive's folder, with <c>/</c>.</param>
/// <param name="ContentStamp">Of its content.</param>
internal sealed record ArchivedFile(string Path, long Length, string ContentStamp);

/// <summary>What was written for a part.</summary>
/// <param name="ContentStamp">That of the part when it was written; null where it is always asked again.</param>
internal sealed record ArchivedPart(string? ContentStamp, IReadOnlyList<ArchivedFile> Files);
