using System.Xml;
using Storyprint.Formats.Imports;

namespace Storyprint.Formats.Wxr;

/// <summary>
/// Reads exports of WordPress (WXR, every version). The file is streamed twice: first for authors and attachments, which may come after the stories that use
/// them, then item by item. Only one item and the table of attachments are in memory.
/// </summary>
/// <param name="path">The XML file.</param>
/// <param name="options">The publication that the archive is imported into.</param>
public sealed class WxrImportReader(string path, ImportOptions options) : IImportReader
{
    /// <inheritdoc/>
    public IReadOnlyList<ImportedList> Lists { get; private set; } = [];

    /// <inheritdoc/>
    public IEnumerable<ImportedItem> Read(IProgress<double>? progress, CancellationToken cancellation)
    {
        WxrIndex index;
        WxrReader reader;
        RejectedItem? unreadable = null;
        try
        {
            index = WxrIndex.Read(path, part => progress?.Report(part * 0.4), cancellation);
            reader = new WxrReader(path);
            Lists = index.Lists;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            unreadable = Refused(0, $"The file cannot be opened: {error.Message}");
            (index, reader) = (null!, null!);
        }

        if (unreadable is not null)
        {
            yield return unreadable;
            yield break;
        }

        using (reader)
        {
            foreach (var item in Items(index, reader, progress, cancellation))
            {
                yield return item;
            }
        }

        progress?.Report(1);
    }

    private IEnumerable<ImportedItem> Items(WxrIndex index, WxrReader reader, IProgress<double>? progress, CancellationToken cancellation)
    {
        var converter = new WxrStoryConverter(index, options, Path.GetFileName(path));
        var ordinal = 0;
        while (true)
        {
            cancellation.ThrowIfCancellationRequested();
            var (item, broken) = Next(reader, index);
            if (item is not null)
            {
                yield return converter.Convert(item, ++ordinal);
                progress?.Report(0.4 + (reader.Part * 0.6));
            }
            else if (broken is not null)
            {
                yield return broken with
                {
                    Reason = ordinal == 0 ? broken.Reason : $"{broken.Reason} The {ordinal} items before this line were read.",
                };
                yield break;
            }
            else
            {
                yield break;
            }
        }
    }

    private (WxrItem? Item, RejectedItem? Broken) Next(WxrReader reader, WxrIndex index)
    {
        try
        {
            if (reader.Xml.ReadState == ReadState.Initial)
            {
                reader.Xml.MoveToContent();
                if (reader.Xml.Name != "rss" || !index.IsWxr)
                {
                    return (null, Refused(reader.Line, reader.Xml.Name is "rss" or "feed"
                        ? "This is a news feed and no export of WordPress. Export the site under Tools → Export → All content, and import that file."
                        : $"This is no export of WordPress: it begins with <{Html.ImportWarnings.Short(reader.Xml.Name)}>, not with <rss>. Export the site under Tools → Export → All content."));
                }
            }

            while (!reader.Xml.EOF)
            {
                if (reader.Xml.NodeType == XmlNodeType.Element && reader.Xml.Name == "item")
                {
                    return (WxrItemReader.Read(reader), null);
                }

                reader.Xml.Read();
            }

            return (null, null);
        }
        catch (XmlException error)
        {
            return (null, Refused(Math.Max(error.LineNumber, Math.Max(1, reader.Line)), Explain(error)));
        }
    }

    private static string Explain(XmlException error) => error.Message.Contains("DTD", StringComparison.Ordinal)
        ? "The file has a document type declaration (DTD), which exports of WordPress never have and which is not read, for it can name other files. Take the line with <!DOCTYPE out, or export the site again."
        : $"The file is damaged at line {error.LineNumber}: {error.Message} It may have been cut off while it was downloaded; export and download it again.";

    private RejectedItem Refused(int line, string reason) =>
        new() { Source = $"wxr:{Path.GetFileName(path)}", Label = Path.GetFileName(path), Line = line, Reason = reason };
}
