using System.IO.Compression;
using System.Text;
using System.Xml;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace Storyprint.Extraction.Documents;

/// <summary>The words of a DOCX (ECMA-376, part 1, 17) as Word shows them with all changes accepted.</summary>
internal static class DocxTextReader
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    // Deleted and moved words, the code of fields, and what is drawn only by programs that do not know better.
    private static readonly HashSet<string> Unread = ["del", "moveFrom", "instrText", "delText", "Fallback", "rPrChange", "pPrChange", "ruby"];

    public static ExtractionOutcome Read(byte[] bytes)
    {
        if (ArchiveRefusal(bytes) is { } refusal)
        {
            return new ExtractionOutcome.Refused(refusal);
        }

        var settings = new OpenSettings { MaxCharactersInPart = ExtractionLimits.MaxPartBytes, AutoSave = false };
        using var document = WordprocessingDocument.Open(new MemoryStream(bytes, writable: false), isEditable: false, settings);
        if (document.MainDocumentPart is not { } main)
        {
            return new ExtractionOutcome.Refused(ExtractionRefusal.OtherArchive);
        }

        var text = new StringBuilder();
        foreach (var part in new OpenXmlPart?[] { main, main.FootnotesPart, main.EndnotesPart }.OfType<OpenXmlPart>())
        {
            ReadInto(text, part);
        }

        var (kept, isCut) = TextLength.Cut(text.ToString().Trim(), ExtractedText.MaxBytes);
        return kept.Length == 0 ? new ExtractionOutcome.Refused(ExtractionRefusal.NoWords)
            : new ExtractionOutcome.Extracted(new ExtractedText { Kind = ContentKind.Archive, Text = kept, IsCut = isCut });
    }

    // What the archive says of itself, before anything is unpacked. Where it lies, the reading of each part ends at its limit.
    private static ExtractionRefusal? ArchiveRefusal(byte[] bytes)
    {
        using var archive = new ZipArchive(new MemoryStream(bytes, writable: false), ZipArchiveMode.Read);
        return archive.Entries.Count > ExtractionLimits.MaxArchiveEntries || archive.Entries.Sum(entry => entry.Length) > Math.Max(1L << 20, bytes.LongLength) * ExtractionLimits.MaxRatio
            || archive.Entries.Any(entry => entry.FullName.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) && entry.Length > ExtractionLimits.MaxPartBytes) ? ExtractionRefusal.PackedTooTight
            : archive.GetEntry("[Content_Types].xml") is null || archive.Entries.All(entry => !entry.FullName.StartsWith("word/", StringComparison.Ordinal)) ? ExtractionRefusal.OtherArchive
            : null;
    }

    // Read as a stream: a tree of it would be many times as large.
    private static void ReadInto(StringBuilder text, OpenXmlPart part)
    {
        using var stream = part.GetStream(FileMode.Open, FileAccess.Read);
        using var xml = XmlReader.Create(stream, new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            MaxCharactersInDocument = ExtractionLimits.MaxPartBytes,
            XmlResolver = null,
        });
        while (text.Length <= ExtractedText.MaxBytes && !xml.EOF)
        {
            if (xml.NodeType == XmlNodeType.Element && (Unread.Contains(xml.LocalName) || IsSeparator(xml)))
            {
                xml.Skip();
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element && xml is { LocalName: "r", NamespaceURI: Main, IsEmptyElement: false })
            {
                Run(text, xml);
                continue;
            }

            // Paragraphs and cells are lines.
            if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "p" })
            {
                text.Append('\n');
            }

            xml.Read();
        }
    }

    private static bool IsSeparator(XmlReader xml) => xml.LocalName is "footnote" or "endnote" && xml.GetAttribute("type", Main) is not (null or "normal");

    // A run of words of one look. What is hidden by its look is not seen, so it is not read.
    private static void Run(StringBuilder text, XmlReader xml)
    {
        var (depth, before, isHidden) = (xml.Depth, text.Length, false);
        xml.Read();
        while (!xml.EOF && xml.Depth > depth && text.Length <= ExtractedText.MaxBytes)
        {
            if (xml.NodeType == XmlNodeType.Element && (Unread.Contains(xml.LocalName) || xml.NamespaceURI != Main))
            {
                // Text boxes hang in a run: their paragraphs are read as the others are.
                if (xml.LocalName is "AlternateContent" or "Choice" && !xml.IsEmptyElement)
                {
                    xml.Read();
                    continue;
                }

                xml.Skip();
                continue;
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "t" })
            {
                text.Append(xml.ReadElementContentAsString());
                continue;
            }

            if (xml.NodeType == XmlNodeType.Element)
            {
                isHidden |= xml.LocalName == "vanish" && xml.GetAttribute("val", Main) is not ("0" or "false" or "off");
                text.Append(Character(xml.LocalName));
            }

            xml.Read();
        }

        if (isHidden)
        {
            text.Length = before;
        }

        if (!xml.EOF)
        {
            xml.Read();
        }
    }

    private static string Character(string element) => element switch
    {
        "tab" or "ptab" => "\t",
        "br" or "cr" => "\n",
        "noBreakHyphen" => "-",
        "softHyphen" => "\u00AD",
        _ => "",
    };
}
