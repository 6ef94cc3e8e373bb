using Storyprint.Formats.Html;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.Wxr;

/// <summary>
/// Reads exports of WordPress (WXR, every version): one file, or the several files of an export in parts. They are streamed twice: first for authors and
/// attachments, which may come after the stories that use them or in another part, then item by item. Only one item and the table of attachments are in memory.
/// </summary>
/// <param name="path">The XML file, or a folder with the parts.</param>
/// <param name="options">The publication that the archive is imported into.</param>
public sealed class WxrImportReader(string path, ImportOptions options) : IImportReader
{
    private const double ShareOfIndex = 0.4;

    /// <inheritdoc/>
    public IReadOnlyList<ImportedList> Lists { get; private set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        var folder = Directory.Exists(path) ? ArchiveFolder.Open(path) : null;
        IReadOnlyList<string> files = folder?.Take(WxrFileKind.IsExport) ?? [path];
        var (indexes, unreadable) = Indexes(files, progress, cancellation);
        Lists = [.. indexes.Values.Distinct().SelectMany(index => index.Lists)];
        foreach (var refused in unreadable)
        {
            yield return refused;
        }

        var captions = new LibraryCaptions();
        for (var i = 0; i < files.Count; i++)
        {
            if (!indexes.TryGetValue(files[i], out var index))
            {
                continue;
            }

            var done = i;
            var part = new Progress(share => progress?.Report(ShareOfIndex + ((done + share) / files.Count * (1 - ShareOfIndex))));
            foreach (var item in Items(files[i], index, part, cancellation))
            {
                folder?.NoteFilesOf(item);
                captions.NotePicturesOf(item);
                yield return item;
            }
        }

        foreach (var (file, index) in indexes.Where(pair => pair.Value.Told.Count > 0).DistinctBy(pair => pair.Value))
        {
            yield return new SkippedItem { Source = $"wxr:{Path.GetFileName(file)}", Line = 1, Label = "sections and topics", What = string.Join("; ", index.Told) };
        }

        foreach (var (file, index) in indexes.DistinctBy(pair => pair.Value))
        {
            if (captions.Unshown(index.Attachments) is { } left)
            {
                yield return new SkippedItem { Source = $"wxr:{Path.GetFileName(file)}:captions", Line = 1, Label = "captions of the picture library", What = left };
            }
        }

        foreach (var item in folder?.Rest("wxr") ?? [])
        {
            yield return item;
        }

        progress?.Report(1);
    }

    // The parts of one site share an index; two sites in a folder do not, for they number their items alike.
    private (Dictionary<string, WxrIndex> Indexes, List<RejectedItem> Unreadable) Indexes(IReadOnlyList<string> files, IProgress<double>? progress, CancellationToken cancellation)
    {
        var indexes = new Dictionary<string, WxrIndex>(StringComparer.Ordinal);
        var sites = new Dictionary<string, WxrIndex>(StringComparer.OrdinalIgnoreCase);
        var unreadable = new List<RejectedItem>();
        foreach (var (done, file) in files.Index())
        {
            try
            {
                var index = WxrIndex.Read(file, part => progress?.Report((done + part) / files.Count * ShareOfIndex), cancellation);
                var site = index.Home?.AbsoluteUri ?? file;
                if (sites.TryGetValue(site, out var same) && index.IsWxr)
                {
                    same.Add(index);
                    index = same;
                }
                else if (index.IsWxr)
                {
                    sites.Add(site, index);
                }

                indexes[file] = index;
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException)
            {
                unreadable.Add(Refused(file, 0, $"The file cannot be opened: {error.Message}"));
            }
        }

        return (indexes, unreadable);
    }

    private IEnumerable<ImportedItem> Items(string file, WxrIndex index, Progress progress, CancellationToken cancellation)
    {
        var converter = new WxrStoryConverter(index, options, Path.GetFileName(file));
        var ordinal = 0;
        using var items = new WxrItems(file);
        var hasSteps = false;
        while (items.Next() is { } step)
        {
            hasSteps = true;
            cancellation.ThrowIfCancellationRequested();
            if (step.IsRefused)
            {
                yield return Refused(file, step.Line, step.Damage!);
                yield break;
            }

            if (!index.IsWxr)
            {
                break;
            }

            progress.Report(items.Part);
            yield return step.Item is { } item ? converter.Convert(item, ++ordinal)
                : Refused(file, step.Line, ordinal == 0 ? step.Damage! : $"{step.Damage} {(ordinal == 1 ? "The item" : $"The {ordinal} items")} before this line {(ordinal == 1 ? "was" : "were")} read.");
        }

        if (index.IsWxr && !hasSteps)
        {
            yield return Refused(file, 1, "The export holds no items. Export the site under Tools → Export → All content.");
        }

        if (!index.IsWxr)
        {
            yield return Refused(file, 1, index.Root.Length == 0 ? "This is no export of WordPress, and no XML. Export the site under Tools → Export → All content."
                : index.Root is "rss" or "feed" ? "This is a news feed and no export of WordPress. Export the site under Tools → Export → All content, and import that file."
                : $"This is no export of WordPress: it begins with <{ImportWarnings.Short(index.Root)}>, not with <rss>. Export the site under Tools → Export → All content.");
        }
    }

    private static RejectedItem Refused(string file, int line, string reason) =>
        new() { Source = $"wxr:{Path.GetFileName(file)}", Label = Path.GetFileName(file), Line = line, Reason = reason };

    private sealed class Progress(Action<double> report)
    {
        public void Report(double share) => report(share);
    }
}
