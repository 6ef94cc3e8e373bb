using System.Text.RegularExpressions;

namespace Storyprint.Operations.Backup;

/// <summary>The paths that a backup may contain. Nothing else is ever extracted: a backup can come from anywhere.</summary>
public static partial class BackupPath
{
    public static string Original(string hash) => $"media/originals/{hash[..2]}/{hash}";

    public static bool IsOriginal(string path) => OriginalForm().IsMatch(path);

    public static bool IsKey(string path) => path.StartsWith("keys/", StringComparison.Ordinal);

    public static bool IsKnown(string path) => KnownForm().IsMatch(path) || IsOriginal(path);

    /// <summary>Its local path below a folder.</summary>
    public static string On(string folder, string path) => Path.Combine(folder, path.Replace('/', Path.DirectorySeparatorChar));

    [GeneratedRegex(@"^media/originals/(?<first>[0-9a-f]{2})/\k<first>[0-9a-f]{62}\z", RegexOptions.CultureInvariant)]
    private static partial Regex OriginalForm();

    [GeneratedRegex(@"^(storyprint-backup\.json|storyprint-[0-9TZ]+\.db|publication\.json|texts/[A-Za-z0-9-]{1,40}\.json|keys/[a-z]{1,20}(\.previous)?\.key)\z", RegexOptions.CultureInvariant)]
    private static partial Regex KnownForm();
}
