using Storyprint.Formats.Encodings;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>What the <c>_index.md</c> of a folder says for all files below it: Hugo's <c>cascade</c>.</summary>
internal sealed class HugoCascade(string root)
{
    private const long MaxBytes = 1024 * 1024;

    private readonly Dictionary<string, IReadOnlyList<Dictionary<string, object>>> read = new(StringComparer.Ordinal);

    /// <summary>The fields for a file, from the nearest folder up to the root.</summary>
    /// <param name="relative">The path of the file, with slashes.</param>
    public IEnumerable<Dictionary<string, object>> For(string relative)
    {
        for (var folder = Path.GetDirectoryName(relative); folder is not null; folder = folder.Length == 0 ? null : Path.GetDirectoryName(folder) ?? string.Empty)
        {
            foreach (var fields in In(folder))
            {
                yield return fields;
            }
        }
    }

    private IReadOnlyList<Dictionary<string, object>> In(string folder)
    {
        if (!read.TryGetValue(folder, out var fields))
        {
            read[folder] = fields = Read(Path.Combine(root, folder, "_index.md"));
        }

        return fields;
    }

    // Entries for some targets only are taken for all: a draft too many is seen in the report, a story too many is not.
    private static IReadOnlyList<Dictionary<string, object>> Read(string path) =>
        File.Exists(path) && ImportFile.ReadBytes(path, MaxBytes).Bytes is { } bytes && TextEncodingDetector.Decode(bytes).Text is { } text && FrontMatter.Read(text) is FrontMatter.Known known
            ? known.Fields.Take("cascade") switch
            {
                Dictionary<string, object> map => [map],
                List<object> list => [.. list.OfType<Dictionary<string, object>>()],
                _ => [],
            }
            : [];
}
