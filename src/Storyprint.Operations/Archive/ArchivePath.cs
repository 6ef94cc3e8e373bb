using System.Text;

namespace Storyprint.Operations.Archive;

/// <summary>Maps addresses to files of an archive (docs/verifying.md, "The files").</summary>
internal static class ArchivePath
{
    private const string PageFile = "index.html";
    private const string Revisions = "api/v1/revisions/";

    // The limit of most file systems: 255 bytes a name.
    private const int MaxName = 255;
    private const int MaxPath = 1000;

    private static readonly HashSet<string> DeviceNames = new(StringComparer.OrdinalIgnoreCase)
    {
        "con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
        "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9",
    };

    /// <summary>The file, with <c>/</c> between folders, or null where the address is not safe as a file's name on every system.</summary>
    /// <param name="target">The path as in a link, without query.</param>
    public static string? From(string target, bool isPage)
    {
        var path = Uri.UnescapeDataString(target).Trim('/');
        var file = isPage && path.Length == 0 ? PageFile
            : isPage && !IsHtmlFile(path) ? $"{path}/{PageFile}"
            : path.StartsWith(Revisions, StringComparison.Ordinal) ? $"{path}.json"
            : path;
        return IsSafe(file) ? file : null;
    }

    /// <summary>Whether an address already is a file name, as <c>/2004/flood.html</c> is.</summary>
    public static bool IsHtmlFile(string path) =>
        path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) || path.EndsWith(".htm", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a path is valid on every file system and stays inside the folder.</summary>
    public static bool IsSafe(string path) => path.Length is > 0 and <= MaxPath && path.Split('/').All(IsSafeName);

    private static bool IsSafeName(string name) =>
        name.Length > 0 && Encoding.UTF8.GetByteCount(name) <= MaxName && name[^1] is not ('.' or ' ') && name[0] is not ('-' or ' ')
        && (name[0] != '.' || name == ".well-known") && !name.Any(sign => char.IsControl(sign) || char.IsSurrogate(sign) || "\\:*?\"<>|%#".Contains(sign))
        && !DeviceNames.Contains(name.Split('.')[0]);
}
