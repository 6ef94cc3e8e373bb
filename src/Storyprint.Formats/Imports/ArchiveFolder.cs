using Storyprint.Formats.Wxr;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Imports;

/// <summary>
/// The folder of an archive, never left. Each of its files is read by somebody, is a picture that a story shows, or has a line in the report: a file that
/// nobody sees is a story that nobody misses.
/// </summary>
internal sealed class ArchiveFolder
{
    private readonly string root;
    private readonly List<FolderEntry> entries;
    private readonly HashSet<string> taken = new(StringComparer.Ordinal);
    private readonly HashSet<string> shown = new(StringComparer.OrdinalIgnoreCase);

    private ArchiveFolder(string root)
    {
        this.root = root;
        entries = FolderEntries.Of(root);
    }

    public static ArchiveFolder Open(string root) => new(root);

    /// <summary>Whether there is a file of this kind.</summary>
    public bool Has(Func<string, bool> isWanted) => entries.Exists(entry => entry.Why.Length == 0 && isWanted(entry.Path));

    /// <summary>The files of a kind, in ordinal order; whoever takes them answers for them.</summary>
    public IReadOnlyList<string> Take(Func<string, bool> isWanted)
    {
        List<string> files = [.. entries.Where(entry => entry.Why.Length == 0 && isWanted(entry.Path)).Select(entry => entry.Path)];
        taken.UnionWith(files);
        return files;
    }

    /// <summary>Remembers the pictures that an item shows.</summary>
    public void NoteFilesOf(ImportedItem item)
    {
        var addresses = item switch
        {
            ImportedStory story => story.Content.Body.OfType<Picture>().Select(picture => picture.Address).OfType<string>(),
            ImportedAttachment attachment => [attachment.Address],
            _ => [],
        };
        shown.UnionWith(addresses.Select(NameOf));
    }

    /// <summary>A line for everything that nobody took and no story shows.</summary>
    /// <param name="format">The beginning of the names of the archive's items.</param>
    public IEnumerable<ImportedItem> Rest(string format)
    {
        foreach (var entry in entries.Where(entry => !taken.Contains(entry.Path)))
        {
            var label = Path.GetRelativePath(root, entry.Path).Replace('\\', '/');
            var source = $"{format}:{label}";
            if (entry.Why.Length > 0)
            {
                yield return new SkippedItem { Source = source, Label = label, What = entry.Why };
            }
            else if (FileKinds.WhyRefused(entry.Path) is { } reason)
            {
                yield return new RejectedItem { Source = source, Label = label, Line = 1, Reason = reason };
            }
            else if (!FileKinds.IsPicture(entry.Path) || !IsShown(entry.Path))
            {
                yield return new SkippedItem { Source = source, Label = label, What = FileKinds.What(entry.Path) };
            }
        }
    }

    private bool IsShown(string path) => shown.Contains(NameOf(path)) || shown.Any(name => WordPressImageSizes.AreSame(name, NameOf(path)));

    private static string NameOf(string address)
    {
        var path = address.Contains("://", StringComparison.Ordinal) ? Uri.UnescapeDataString(address.Split('?', '#')[0]) : address;
        return path[(path.LastIndexOfAny(['/', '\\', ':']) + 1)..];
    }
}
