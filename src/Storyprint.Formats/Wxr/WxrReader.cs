using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using Storyprint.Formats.Encodings;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Opens an export and reads text in pieces, so that no field's size is trusted.</summary>
internal sealed partial class WxrReader : IDisposable
{
    private readonly FileStream? stream;
    private readonly TextReader text;
    private readonly int linesBefore;
    private readonly char[] piece = new char[8192];
    private readonly StringBuilder words = new();

    public WxrReader(string path)
    {
        (stream, text) = Open(path);
        Xml = XmlReader.Create(text, Settings(), KnownPrefixes([]));
    }

    /// <summary>Reads a piece of a file that cannot be read whole.</summary>
    /// <param name="piece">One element.</param>
    /// <param name="line">The line of the file that it begins in.</param>
    public WxrReader(string piece, int line)
    {
        (text, linesBefore) = (new StringReader(piece), line - 1);
        Xml = XmlReader.Create(text, Settings(), KnownPrefixes(Prefix().Matches(piece).Select(match => match.Groups[1].Value)));
    }

    /// <summary>The text of a file in its encoding.</summary>
    public static (FileStream Stream, TextReader Text) Open(string path)
    {
        var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16, FileOptions.SequentialScan);
        return (stream, new XmlCharacterFilter(new StreamReader(stream, XmlEncoding.Detect(stream), detectEncodingFromByteOrderMarks: false, 1 << 16)));
    }

    private static XmlReaderSettings Settings() => new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        CheckCharacters = false,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        IgnoreWhitespace = true,
    };

    public XmlReader Xml { get; }

    public int Line => ((IXmlLineInfo)Xml).LineNumber + linesBefore;

    /// <summary>Whether a text since this was set to false held bytes that are not of the file's encoding.</summary>
    public bool HasGuessed { get; set; }

    /// <summary>The share of the file that was read, 0 to 1.</summary>
    public double Part => stream is null || stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

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
        var inside = words.ToString();
        if (GuessedBytes.AreIn(inside))
        {
            HasGuessed = true;
            inside = GuessedBytes.Read(inside);
        }

        return ControlCharacterFilter.Remove(inside);
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

    // Exports edited by hand use these prefixes without declaring them, and in a piece of a file none is declared.
    private static XmlParserContext KnownPrefixes(IEnumerable<string> others)
    {
        var names = new XmlNamespaceManager(new NameTable());
        names.AddNamespace("wp", "http://wordpress.org/export/1.2/");
        names.AddNamespace("excerpt", "http://wordpress.org/export/1.2/excerpt/");
        names.AddNamespace("content", "http://purl.org/rss/1.0/modules/content/");
        names.AddNamespace("dc", "http://purl.org/dc/elements/1.1/");
        names.AddNamespace("wfw", "http://wellformedweb.org/CommentAPI/");
        names.AddNamespace("atom", "http://www.w3.org/2005/Atom");
        names.AddNamespace("media", "http://search.yahoo.com/mrss/");
        foreach (var other in others.Where(other => other is not ("xml" or "xmlns") && !names.HasNamespace(other)))
        {
            names.AddNamespace(other, "urn:" + other);
        }

        return new XmlParserContext(names.NameTable, names, null, XmlSpace.None);
    }

    [GeneratedRegex(@"[<\s/]([A-Za-z_][\w.-]*):[A-Za-z_]")]
    private static partial Regex Prefix();

    public void Dispose()
    {
        Xml.Dispose();
        text.Dispose();
        stream?.Dispose();
    }
}
