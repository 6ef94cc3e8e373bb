using Storyprint.Extraction.Pictures;
using UglyToad.PdfPig;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Exceptions;

namespace Storyprint.Extraction.Pdf;

/// <summary>The words of a PDF as they are read, from its text layer; of scanned pages, those in their pictures.</summary>
internal static class PdfTextReader
{
    // Letters of which half are not drawn were recognised by whoever scanned the page.
    private const double Recognised = 0.5;

    public static async Task<ExtractionOutcome> ReadAsync(byte[] bytes, PictureTextReader pictures, CancellationToken cancellation)
    {
        try
        {
            using var document = PdfDocument.Open(bytes, new ParsingOptions { UseLenientParsing = true, SkipMissingFonts = true, UseActualText = true });
            if (document.NumberOfPages > ExtractionLimits.MaxPages)
            {
                return new ExtractionOutcome.Refused(ExtractionRefusal.TooManyPages);
            }

            return Text(document, cancellation) is { Text.Length: > 0 } text
                ? new ExtractionOutcome.Extracted(text)
                : await pictures.ReadAsync(PageScans.Of(document), ContentKind.Pdf, cancellation);
        }
        catch (PdfDocumentEncryptedException)
        {
            return new ExtractionOutcome.Refused(ExtractionRefusal.Encrypted);
        }
    }

    private static ExtractedText Text(PdfDocument document, CancellationToken cancellation)
    {
        var pages = new List<(List<GlyphLine> Lines, double Height)>();
        var (notes, letters, hidden) = (new NoteNumbers(), 0, 0);
        foreach (var page in document.GetPages())
        {
            cancellation.ThrowIfCancellationRequested();
            var lines = PageLines.Of(PageGlyphs.Of(page.Letters));
            lines.ForEach(notes.TakeFrom);
            letters += page.Letters.Count;
            hidden += page.Letters.Count(letter => letter.RenderingMode == TextRenderingMode.Neither);
            pages.Add((lines, page.Height));
            if (letters > ExtractedText.MaxBytes)
            {
                break;
            }
        }

        var mirrors = Brackets.AreMirrored(pages.SelectMany(page => page.Lines));
        var text = AddressLines.Joined(PageFurniture.Behind([.. pages.Select(page => (IReadOnlyList<(string, double)>)[.. page.Lines.Select(line => (LogicalOrder.Of(line, mirrors), line.Baseline / page.Height))])]));
        var (kept, isCut) = TextLength.Cut(text, ExtractedText.MaxBytes);
        return new ExtractedText
        {
            Kind = ContentKind.Pdf,
            Text = kept,
            IsCut = isCut || pages.Count < document.NumberOfPages,
            IsRecognised = hidden > Recognised * letters,
        };
    }
}
