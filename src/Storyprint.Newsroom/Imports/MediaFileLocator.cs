namespace Storyprint.Newsroom.Imports;

/// <summary>Finds the files of an archive's pictures in given folders, and never outside them.</summary>
public sealed class MediaFileLocator
{
    private readonly List<string> roots;
    private readonly Lazy<ILookup<string, string>> byName;

    /// <param name="folders">Folders with media; missing ones are ignored.</param>
    public MediaFileLocator(params IEnumerable<string> folders)
    {
        roots = [.. folders.Where(Directory.Exists).Select(folder => Path.GetFullPath(folder) + Path.DirectorySeparatorChar)];
        byName = new(() => roots
            .SelectMany(root => Directory.EnumerateFiles(root, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.ReparsePoint }))
            .ToLookup(file => Path.GetFileName(file), StringComparer.OrdinalIgnoreCase));
    }

    /// <summary>The file for an address: the one whose path shares the most trailing parts with the address's.</summary>
    /// <param name="address">An absolute address, or <c>file:PATH</c> relative to a root.</param>
    public string? Find(string address)
    {
        if (roots.Count == 0)
        {
            return null;
        }

        var path = address.StartsWith("file:", StringComparison.Ordinal) ? address["file:".Length..]
            : Uri.TryCreate(address, UriKind.Absolute, out var uri) ? Uri.UnescapeDataString(uri.AbsolutePath)
            : address;
        var parts = path.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries);
        if (parts.Length == 0 || parts.Contains("..") || path.Contains('\0', StringComparison.Ordinal))
        {
            return null;
        }

        return Best(parts) ?? Best([.. parts[..^1], WithoutSize(parts[^1])]);
    }

    private string? Best(string[] parts) => byName.Value[parts[^1]]
        .OrderByDescending(file => CommonEnd(file.Split(Path.DirectorySeparatorChar), parts))
        .ThenBy(file => file, StringComparer.Ordinal)
        .FirstOrDefault();

    private static int CommonEnd(string[] file, string[] parts)
    {
        var common = 0;
        while (common < file.Length && common < parts.Length && file[^(common + 1)] == parts[^(common + 1)])
        {
            common++;
        }

        return common;
    }

    // WordPress names resized pictures name-300x200.jpg beside name.jpg.
    private static string WithoutSize(string name)
    {
        var dot = name.LastIndexOf('.');
        var dash = dot > 0 ? name.LastIndexOf('-', dot) : -1;
        return dash > 0 && name[(dash + 1)..dot].Split('x') is [var width, var height] && width.All(char.IsAsciiDigit) && height.All(char.IsAsciiDigit)
            ? name[..dash] + name[dot..]
            : name;
    }
}
