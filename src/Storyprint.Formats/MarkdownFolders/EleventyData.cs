using System.Text.RegularExpressions;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>What stands in data files beside a story and in the folders above it, as Eleventy reads them: <c>posts/posts.json</c>, <c>ferry.11tydata.json</c>.</summary>
internal sealed partial class EleventyData(string root)
{
    private const long MaxBytes = 1024 * 1024;

    private static readonly string[] Programs = [".11tydata.js", ".11tydata.cjs", ".11tydata.mjs"];

    private readonly string full = Path.GetFullPath(root);
    private readonly Dictionary<string, Data> read = new(StringComparer.Ordinal);
    private readonly Lazy<IReadOnlyList<string>> ignored = new(() =>
        File.Exists(Path.Combine(root, ".eleventyignore")) && ImportFile.ReadText(Path.Combine(root, ".eleventyignore"), MaxBytes) is { } text
            ? [.. text.ReplaceLineEndings("\n").Split('\n').Where(line => line.Trim() is { Length: > 0 } and not ['#', ..])]
            : []);

    /// <summary>The fields for a file, nearest first.</summary>
    /// <param name="relative">The path of the file, with slashes.</param>
    public IEnumerable<Dictionary<string, object>> For(string relative) => Around(relative).SelectMany(data => data.Fields);

    /// <summary>Why a file was not on the site, or may not have been, a clause each.</summary>
    public IEnumerable<string> Against(string relative) =>
    [
        .. Around(relative).SelectMany(data => data.Against).Distinct(),
        .. ignored.Value.Any(pattern => JekyllConfig.IsAt(pattern, relative)) ? ["The site leaves it out (.eleventyignore)"] : Array.Empty<string>(),
    ];

    private IEnumerable<Data> Around(string relative)
    {
        var name = Path.Combine(full, relative);
        yield return At(name[..^Path.GetExtension(name).Length]);
        for (var folder = Path.GetDirectoryName(name)!; folder.Length >= full.Length; folder = Path.GetDirectoryName(folder)!)
        {
            yield return At(Path.Combine(folder, Path.GetFileName(folder)));
        }
    }

    // Each file once: a folder of ten thousand stories has one.
    private Data At(string stem)
    {
        if (!read.TryGetValue(stem, out var data))
        {
            read[stem] = data = Read(stem);
        }

        return data;
    }

    private Data Read(string stem)
    {
        var (fields, against) = (new List<Dictionary<string, object>>(), new List<string>());
        foreach (var path in new[] { stem + ".11tydata.json", stem + ".json" }.Where(File.Exists))
        {
            // JSON is YAML in one of its styles.
            if (ImportFile.ReadText(path, MaxBytes) is not { } text)
            {
                against.Add($"The data file {Named(path)} beside it, which may say that it was not published, cannot be read");
            }
            else if (YamlFrontMatterReader.Read(text.Replace('\t', ' ')).Fields is { } read)
            {
                fields.Add(read);
            }
            else if (Telling().IsMatch(text))
            {
                against.Add($"The data file {Named(path)} beside it, which may say that it was not published, cannot be read");
            }
        }

        against.AddRange(Programs.Select(ending => stem + ending).Where(path => File.Exists(path) && (ImportFile.ReadText(path, MaxBytes) is not { } text || Telling().IsMatch(text)))
            .Select(path => $"The data file {Named(path)} beside it is a program, and may say that it was not published"));
        return new Data(fields, against);
    }

    private string Named(string path) => Path.GetRelativePath(full, path).Replace('\\', '/');

    private sealed record Data(IReadOnlyList<Dictionary<string, object>> Fields, IReadOnlyList<string> Against);

    // What is nowhere in a data file is not said by it.
    [GeneratedRegex("permalink|draft|publish|date|exclude|private|hidden|visib|unlisted|eleventyComputed|expir|embargo|password|status|state", RegexOptions.IgnoreCase)]
    private static partial Regex Telling();
}
