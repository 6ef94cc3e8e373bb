using System.IO.Enumeration;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>What a site's <c>_config.yml</c> says of its files: Jekyll's <c>defaults</c> and <c>exclude</c>.</summary>
internal sealed class JekyllConfig
{
    private const long MaxBytes = 1024 * 1024;

    private static readonly string[] Names = ["_config.yml", "_config.yaml"];

    private readonly List<Scope> scopes = [];
    private readonly List<string> excluded = [];
    private readonly bool isUnreadable;

    public JekyllConfig(string root)
    {
        var path = Names.Select(name => Path.Combine(root, name)).FirstOrDefault(File.Exists);
        if (path is null)
        {
            return;
        }

        var text = ImportFile.ReadText(path, MaxBytes);
        if (text is null || YamlFrontMatterReader.Read(text).Fields is not { } config)
        {
            // A file that says nothing of its stories takes nothing away.
            isUnreadable = text is null || text.Contains("defaults", StringComparison.Ordinal) || text.Contains("exclude", StringComparison.Ordinal);
            return;
        }

        // Later entries win over earlier ones, and longer paths over shorter ones.
        scopes = [.. (config.GetValueOrDefault("defaults") as List<object> ?? []).OfType<Dictionary<string, object>>().Select(Scope.Read).OfType<Scope>().Reverse().OrderByDescending(scope => scope.Path.Length)];
        excluded = [.. Fields.Parts(config.GetValueOrDefault("exclude"))];
    }

    /// <summary>The fields for a file, those that come first before those that come later.</summary>
    /// <param name="relative">The path of the file, with slashes.</param>
    public IEnumerable<Dictionary<string, object>> For(string relative) => scopes.Where(scope => scope.Holds(relative)).Select(scope => scope.Values);

    /// <summary>Why a file was not on the site, or may not have been, a clause each.</summary>
    public IEnumerable<string> Against(string relative)
    {
        if (isUnreadable)
        {
            yield return "The site’s _config.yml, which may say that it was not published, cannot be read";
        }

        if (excluded.Exists(pattern => IsAt(pattern, relative)))
        {
            yield return "The site’s _config.yml leaves it out (exclude)";
        }
    }

    /// <summary>Whether a pattern is that of a file, of a folder above it, or of both with stars.</summary>
    internal static bool IsAt(string pattern, string relative)
    {
        var path = pattern.Trim().TrimStart('.').Trim('/');
        return path.Length > 0 && (relative == path || relative.StartsWith(path + "/", StringComparison.OrdinalIgnoreCase)
            || (path.Contains('*', StringComparison.Ordinal) && (Matches(path, relative) || Matches(path + "/*", relative))));

        static bool Matches(string glob, string file) => FileSystemName.MatchesSimpleExpression(glob.Replace("**/", "*", StringComparison.Ordinal), file);
    }

    private sealed record Scope(string Path, string Type, Dictionary<string, object> Values)
    {
        public static Scope? Read(Dictionary<string, object> entry)
        {
            var scope = entry.GetValueOrDefault("scope") as Dictionary<string, object>;
            return entry.GetValueOrDefault("values") is not Dictionary<string, object> values ? null
                : new Scope(scope?.GetValueOrDefault("path") as string ?? string.Empty, scope?.GetValueOrDefault("type") as string ?? string.Empty, values);
        }

        public bool Holds(string relative) => (Path.Trim('/').Length == 0 || IsAt(Path, relative)) && IsOfType(relative.Split('/')[..^1]);

        private bool IsOfType(string[] folders) => Type switch
        {
            "" => true,
            "pages" => !Array.Exists(folders, folder => folder.StartsWith('_')),
            "posts" => folders.Contains("_posts") || folders.Contains("_drafts"),
            "drafts" => folders.Contains("_drafts"),
            var collection => folders.Contains("_" + collection),
        };
    }
}
