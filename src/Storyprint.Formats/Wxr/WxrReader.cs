using System.Text;
using System.Xml;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Opens an export and reads text in pieces, so that no field's size is trusted.</summary>
internal sealed class WxrReader : IDisposable
{
    private readonly FileStream stream;
    private readonly TextReader text;
    private readonly char[] piece = new char[8192];
    private readonly StringBuilder words = new();

    public WxrReader(string path)
    {
        stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        text = new XmlCharacterFilter(new StreamReader(stream, XmlEncoding.Detect(stream), detectEncodingFromByteOrderMarks: true, 1 << 16));
        Xml = XmlReader.Create(
            text,
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CheckCharacters = false,
                IgnoreComments = true,
                IgnoreProcessingInstructions = true,
                IgnoreWhitespace = true,
            },
            KnownPrefixes());
    }

    public XmlReader Xml { get; }

    public int Line => ((IXmlLineInfo)Xml).LineNumber;

    /// <summary>The share of the file that was read, 0 to 1.</summary>
    public double Part => stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    /// <summary>Reads the text of the current element and leaves the reader after it.</summary>
    /// <param name="limit">Further characters are skipped.</param>
    /// <param name="cut">Whether the text exceeded the limit.</param>
    public string TextInside(int limit, out bool cut)
    {
        cut = false;
        if (Xml.IsEmptyElement)
        {
            Xml.Read();
            return string.Empty;
        }

        words.Clear();
        var depth = Xml.Depth;
        Xml.Read();
        while (Xml.Depth > depth)
        {
            if (Xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                cut |= Gather(limit);
            }

            // Reading a value in pieces leaves the reader on the node that was read.
            Xml.Read();
        }

        Xml.Read();
        return ControlCharacterFilter.Remove(words.ToString());
    }

    private bool Gather(int limit)
    {
        var cut = false;
        int count;
        while ((count = Xml.ReadValueChunk(piece, 0, piece.Length)) > 0)
        {
            var room = Math.Min(count, limit - words.Length);
            words.Append(piece, 0, Math.Max(room, 0));
            cut |= room < count;
        }

        // A cut must not split a surrogate pair.
        if (cut && words.Length > 0 && char.IsHighSurrogate(words[^1]))
        {
            words.Length--;
        }

        return cut;
    }

    // Exports edited by hand use these prefixes without declaring them.
    private static XmlParserContext KnownPrefixes()
    {
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("wp", "http://wordpress.org/export/1.2/");
        names.AddNamespace("excerpt", "http://wordpress.org/export/1.2/excerpt/");
        names.AddNamespace("content", "http://purl.org/rss/1.0/modules/content/");
        names.AddNamespace("dc", "http://purl.org/dc/elements/1.1/");
        names.AddNamespace("wfw", "http://wellformedweb.org/CommentAPI/");
        names.AddNamespace("atom", "http://www.w3.org/2005/Atom");
        names.AddNamespace("media", "http://search.yahoo.com/mrss/");
        return new XmlParserContext(names.NameTable, names, null, XmlSpace.None);
    }

    public void Dispose()
    {
        Xml.Dispose();
        text.Dispose();
        stream.Dispose();
    }
}
