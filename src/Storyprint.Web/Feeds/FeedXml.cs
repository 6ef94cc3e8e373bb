using System.Globalization;
using System.Text;
using System.Xml;

namespace Storyprint.Web.Feeds;

/// <summary>Writes XML for feeds and sitemaps: UTF-8, without characters that XML 1.0 forbids.</summary>
internal static class FeedXml
{
    public const string AtomNamespace = "http://www.w3.org/2005/Atom";

    public static byte[] Write(Action<XmlWriter> write)
    {
        using var stream = new MemoryStream();
        using (var xml = XmlWriter.Create(stream, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = true, IndentChars = " " }))
        {
            xml.WriteStartDocument();
            write(xml);
            xml.WriteEndDocument();
        }

        return stream.ToArray();
    }

    /// <summary>Writes an element with text in the default namespace in scope.</summary>
    public static void WriteText(this XmlWriter xml, string name, string text) => xml.WriteElementString(name, Clean(text));

    /// <summary>A date with its offset, in the format of Atom and sitemaps (RFC 3339).</summary>
    public static string Moment(DateTimeOffset instant) => instant.ToString("yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture);

    /// <summary>Removes what XML 1.0 forbids: control characters, unpaired surrogates, U+FFFE and U+FFFF.</summary>
    public static string Clean(string text)
    {
        if (IsClean(text))
        {
            return text;
        }

        var clean = new StringBuilder(text.Length);
        for (var index = 0; index < text.Length; index++)
        {
            if (XmlConvert.IsXmlChar(text[index]))
            {
                clean.Append(text[index]);
            }
            else if (index + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[index + 1], text[index]))
            {
                clean.Append(text, index++, 2);
            }
        }

        return clean.ToString();
    }

    private static bool IsClean(string text)
    {
        foreach (var character in text)
        {
            if (!XmlConvert.IsXmlChar(character))
            {
                return false;
            }
        }

        return true;
    }
}
