using System.Text.RegularExpressions;
using System.Xml;

namespace Storyprint.Formats.Wxr;

/// <summary>An item of a file, or why one cannot be read.</summary>
/// <param name="Damage">What is wrong and what to do about it, in a sentence; null for an item.</param>
/// <param name="IsRefused">Whether nothing of the file is read any more.</param>
internal sealed record WxrStep(WxrItem? Item, int Line, string? Damage, bool IsRefused = false);

/// <summary>The items of one file in order. A damaged item is told, and the next one is read.</summary>
/// <param name="wanted">The fields to keep; null for all.</param>
/// <param name="channel">Reads an element of the channel and leaves the reader behind it; returns false to leave that to us.</param>
internal sealed partial class WxrItems(string path, IReadOnlySet<string>? wanted = null, Func<WxrReader, bool>? channel = null) : IDisposable
{
    private const string Remedy = "Correct that line and import the file again, or export this item again: what came in already stays as it is.";

    private readonly WxrReader reader = new(path);
    private WxrScanner? scanner;
    private (int Line, int Characters) reached = (1, 0);
    private bool hasCutOff;

    /// <summary>The share of the file that was read, 0 to 1.</summary>
    public double Part => scanner?.Part ?? reader.Part;

    /// <summary>The name of the first element, as far as it can be read.</summary>
    public string Root { get; private set; } = string.Empty;

    /// <summary>The next step, or null at the end.</summary>
    public WxrStep? Next()
    {
        if (scanner is not null)
        {
            return FromScanner();
        }

        try
        {
            return FromReader();
        }
        catch (XmlException error) when (error.Message.Contains("DTD", StringComparison.Ordinal))
        {
            return new WxrStep(null, Math.Max(error.LineNumber, 1), "The file has a document type declaration (DTD), which exports of WordPress never have and which is not read, for it can name other files. Take the line with <!DOCTYPE out, or export the site again.", IsRefused: true);
        }
        catch (XmlException)
        {
            // From here on items are found by their tags.
            scanner = new WxrScanner(path);
            scanner.SkipTo(reached.Line, reached.Characters);
            return FromScanner();
        }
    }

    private WxrStep? FromReader()
    {
        var xml = reader.Xml;
        if (xml.ReadState == ReadState.Initial)
        {
            xml.MoveToContent();
            Root = xml.Name;
        }

        while (!xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && xml.Name == "item")
            {
                reached = Here();
                var item = WxrItemReader.Read(reader, wanted);
                if (item.Swallowed)
                {
                    throw new XmlException("An item holds another.");
                }

                reached = xml.EOF ? reached : Here();
                return new WxrStep(item, item.Line, null);
            }

            if (xml.NodeType != XmlNodeType.Element || channel?.Invoke(reader) != true)
            {
                xml.Read();
            }
        }

        return null;
    }

    private WxrStep? FromScanner()
    {
        if (scanner!.Next() is not { } piece)
        {
            return AtEnd();
        }

        ReadChannel(scanner.Gap);
        hasCutOff = piece.IsCutOff;
        try
        {
            return new WxrStep(Read(piece.Text, piece.Line), piece.Line, null);
        }
        catch (XmlException error)
        {
            var (mended, what) = WxrMending.Mend(piece.Text);
            return Mended(mended, what, piece) ?? new WxrStep(null, Line(piece, error), Explain(piece, error));
        }
    }

    private WxrStep? Mended(string mended, IReadOnlyList<string> what, WxrPiece piece)
    {
        try
        {
            var item = what.Count == 0 || piece.IsCutOff ? null : Read(mended, piece.Line);
            item?.Mended.Add($"Its XML was damaged (line {piece.Line}, {string.Join(" ", what)}) and was read as it must have been meant.");
            return item is null ? null : new WxrStep(item, piece.Line, null);
        }
        catch (XmlException)
        {
            // The first fault is told, which stands in the file as it is.
            return null;
        }
    }

    private WxrItem Read(string piece, int line)
    {
        using var inner = new WxrReader(piece, line);
        inner.Xml.MoveToContent();
        var item = WxrItemReader.Read(inner, wanted);
        return item.Swallowed ? throw new XmlException("Another item begins inside it.") : item;
    }

    // What the channel says may stand behind a fault too.
    private void ReadChannel(string gap)
    {
        if (channel is null || gap.Length == 0)
        {
            return;
        }

        foreach (var element in WxrChannel.ElementsIn(gap))
        {
            try
            {
                using var inner = new WxrReader($"<rss><channel>{WxrMending.Mend(element).Text}</channel></rss>", 1);
                while (inner.Xml.Depth < 2 || inner.Xml.NodeType != XmlNodeType.Element)
                {
                    inner.Xml.Read();
                }

                channel(inner);
            }
            catch (XmlException)
            {
                // Safe: names of authors and sections that cannot be read are told where a story needs them.
            }
        }
    }

    private WxrStep? AtEnd()
    {
        if (scanner!.HasEnd || hasCutOff)
        {
            return null;
        }

        hasCutOff = true;
        var words = Html.HtmlPlainText.OneLine(scanner.Gap);
        return new WxrStep(
            null, scanner.Line,
            "The file ends without </rss>: the items that should follow are missing. " + (words.Length > 0 ? $"It ends with “{Html.ImportWarnings.Short(words)}”. " : string.Empty)
            + "WordPress stopped while it wrote, or it was cut off while it was downloaded; export in parts (by year, say), or download it again.");
    }

    private (int Line, int Characters) Here() => (reader.Line, Math.Max(0, ((IXmlLineInfo)reader.Xml).LinePosition - 2));

    private static int Line(WxrPiece piece, XmlException error) => piece.Line + Math.Max(0, error.LineNumber - 1);

    private static string Explain(WxrPiece piece, XmlException error) => piece.IsCutOff
        ? $"The file ends inside this item, at line {Line(piece, error)}. It was cut off while it was downloaded, or WordPress stopped while it wrote; export in parts and download it again."
        : $"The file is damaged at line {Line(piece, error)}: {Place().Replace(error.Message, string.Empty)} {Remedy}";

    // The reader of a piece counts from the piece's own beginning.
    [GeneratedRegex(@" on line \d+ position \d+| Line \d+, position \d+\.")]
    private static partial Regex Place();

    public void Dispose()
    {
        reader.Dispose();
        scanner?.Dispose();
    }
}
