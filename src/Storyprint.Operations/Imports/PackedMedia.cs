namespace Storyprint.Operations.Imports;

/// <summary>Which of several files are packed pictures beside an archive, such as a copy of WordPress's uploads, and which are the archive itself.</summary>
internal static class PackedMedia
{
    private static readonly string[] Endings = [".zip", ".tar", ".tgz", ".gz"];

    /// <summary>Whether a file lies beside the archive: it is packed, and another is not. Where all are packed the first is the archive.</summary>
    public static bool Is(ImportJob job, UploadedFile file) =>
        IsPacked(file) && (job.Files.Any(other => !IsPacked(other)) || job.Files[0] != file);

    private static bool IsPacked(UploadedFile file) => Endings.Any(ending => file.Name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
