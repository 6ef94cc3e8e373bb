using Storyprint.Formats.Imports;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>The names behind the keys that files of some builders name their authors by: Jekyll's and Hugo's data files, Docusaurus's authors.yml, Hugo's pages of authors.</summary>
internal sealed class AuthorProfiles(string root)
{
    private const long MaxBytes = 1024 * 1024;

    private static readonly string[] Files =
    [
        "_data/authors.yml", "_data/authors.yaml", "_data/authors.json", "data/authors.yml", "data/authors.yaml", "data/authors.toml", "data/authors.json",
        "blog/authors.yml", "authors.yml", "authors.yaml", "authors.json",
    ];

    private readonly Lazy<Dictionary<string, string>> names = new(() => Read(root));
    private readonly Dictionary<string, string> pages = new(StringComparer.Ordinal);

    /// <summary>The name of an author; what is given where no profile has it.</summary>
    public string NameOf(string author) =>
        names.Value.TryGetValue(author, out var name) ? name
        : author.Any(character => char.IsWhiteSpace(character) || character is '/' or '\\' or ':') || author is "." or ".." ? author
        : OfPage(author) is { Length: > 0 } title ? title
        : author;

    private string OfPage(string author)
    {
        if (!pages.TryGetValue(author, out var name))
        {
            string[] places = [$"content/authors/{author}/_index.md", $"content/authors/{author}.md", $"authors/{author}/_index.md", $"_authors/{author}.md"];
            pages[author] = name = places.Select(place => Fields(Path.Combine(root, place))).OfType<Fields>().Select(fields => fields.Text("title", "name")).FirstOrDefault() ?? string.Empty;
        }

        return name;
    }

    private static Dictionary<string, string> Read(string root)
    {
        var names = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var file in Files.Select(file => Path.Combine(root, file)).Where(File.Exists))
        {
            var fence = Path.GetExtension(file) switch { ".toml" => "+++\n", ".json" => "---json\n", _ => "---\n" };
            var end = fence.StartsWith("---json", StringComparison.Ordinal) ? "\n---\n" : "\n" + fence;
            var known = ImportFile.ReadText(file, MaxBytes) is { } text ? FrontMatter.Read(fence + text.TrimStart('-', '\n', '\r', ' ') + end) as FrontMatter.Known : null;
            foreach (var (key, map) in known?.Fields.Maps ?? [])
            {
                if (new Fields(map).Text("name", "display_name", "title") is { Length: > 0 } name)
                {
                    names.TryAdd(key, name);
                }
            }
        }

        return names;
    }

    private static Fields? Fields(string path) => File.Exists(path) && ImportFile.ReadText(path, MaxBytes) is { } text && FrontMatter.Read(text) is FrontMatter.Known known ? known.Fields : null;
}
