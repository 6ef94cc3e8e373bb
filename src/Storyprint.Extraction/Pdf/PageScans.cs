using UglyToad.PdfPig;
using UglyToad.PdfPig.Content;

namespace Storyprint.Extraction.Pdf;

/// <summary>The pictures that the pages of a scanned PDF are: the largest of each of the first pages.</summary>
internal static class PageScans
{
    private const int Pages = 3;

    public static IEnumerable<byte[]> Of(PdfDocument document)
    {
        foreach (var page in document.GetPages().Take(Pages))
        {
            if (page.GetImages().OrderByDescending(image => (long)image.WidthInSamples * image.HeightInSamples).FirstOrDefault() is { } scan && BytesOf(scan) is { } bytes)
            {
                yield return bytes;
            }
        }
    }

    // A JPEG is one as it stands. What is coded otherwise is unpacked only where it has no more dots than any picture may have.
    private static byte[]? BytesOf(IPdfImage scan) =>
        ContentSniffer.KindOf(scan.RawBytes) == ContentKind.Jpeg ? scan.RawBytes.ToArray()
        : (long)scan.WidthInSamples * scan.HeightInSamples <= ExtractionLimits.MaxPixels && scan.TryGetPng(out var png) ? png
        : null;
}
