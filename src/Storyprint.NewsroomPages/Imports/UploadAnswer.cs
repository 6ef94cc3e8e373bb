namespace Storyprint.NewsroomPages.Imports;

/// <summary>A file that a browser would bring.</summary>
internal sealed record NamedFile(string Name, long Size, long Modified);

/// <summary>What a browser is told that wants to bring files: where to, or why not.</summary>
internal sealed record UploadAnswer(string? Page, string? Fault);

/// <summary>How much of each file is there.</summary>
/// <param name="IsOpen">Whether more can come.</param>
internal sealed record UploadState(bool IsOpen, IReadOnlyList<UploadedPart> Files);

/// <param name="Tail">SHA-256 of the last bytes that are there, one piece at most; null where there are none.</param>
internal sealed record UploadedPart(string Name, long Size, long Received, string? Tail);
