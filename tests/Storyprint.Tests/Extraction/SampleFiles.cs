using System.IO.Compression;
using System.Text;
using SkiaSharp;

namespace Storyprint.Tests.Extraction;

/// <summary>Small files of each kind, as strangers send them.</summary>
internal static class SampleFiles
{
    public const string Words = "The ferries of the northern line stay in the harbour until the wind has turned, said the harbour office. Nobody waits on the quay, and 140 parcels are kept in the customs house.";

    /// <param name="body">What stands in w:body.</param>
    /// <param name="footnotes">What stands in w:footnotes; null for none.</param>
    public static byte[] Docx(string body, string? footnotes = null)
    {
        const string main = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:mc=\"http://schemas.openxmlformats.org/markup-compatibility/2006\"";
        const string types = "application/vnd.openxmlformats-officedocument.wordprocessingml";
        return Zip(
            ("[Content_Types].xml", $"<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"{types}.document.main+xml\"/><Override PartName=\"/word/footnotes.xml\" ContentType=\"{types}.footnotes+xml\"/></Types>"),
            ("_rels/.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"r1\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument\" Target=\"word/document.xml\"/></Relationships>"),
            ("word/_rels/document.xml.rels", $"<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">{(footnotes is null ? "" : "<Relationship Id=\"r2\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes\" Target=\"footnotes.xml\"/>")}</Relationships>"),
            ("word/document.xml", $"<w:document {main}><w:body>{body}</w:body></w:document>"),
            ("word/footnotes.xml", $"<w:footnotes {main}>{footnotes}</w:footnotes>"));
    }

    public static byte[] Zip(params (string Name, string Text)[] entries)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, text) in entries)
            {
                using var writer = new StreamWriter(archive.CreateEntry(name).Open(), new UTF8Encoding(false));
                writer.Write(text);
            }
        }

        return bytes.ToArray();
    }

    /// <summary>A PDF of one page with one line (ISO 32000-2, annex H.3).</summary>
    public static byte[] Pdf(string line)
    {
        var content = $"BT /F1 12 Tf 40 700 Td ({line}) Tj ET";
        string[] objects =
        [
            "<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
            $"<</Length {content.Length}>>stream\n{content}\nendstream", "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        ];
        var (text, places) = (new StringBuilder("%PDF-1.4\n"), new List<int>());
        foreach (var (body, number) in objects.Select((body, index) => (body, index + 1)))
        {
            places.Add(text.Length);
            text.Append($"{number} 0 obj\n{body}\nendobj\n");
        }

        var table = text.Length;
        text.Append($"xref\n0 {objects.Length + 1}\n0000000000 65535 f \n").AppendJoin("", places.Select(place => $"{place:D10} 00000 n \n"));
        text.Append($"trailer\n<</Size {objects.Length + 1}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    public static byte[] Picture(SKEncodedImageFormat format, int width = 64, int height = 48)
    {
        using var bitmap = new SKBitmap(width, height);
        bitmap.Erase(SKColors.White);
        using var data = bitmap.Encode(format, 90);
        return data.ToArray();
    }
}
