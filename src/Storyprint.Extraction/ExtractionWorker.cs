using System.Diagnostics;
using System.Text.Json;
using Storyprint.Extraction.Documents;
using Storyprint.Extraction.Pdf;
using Storyprint.Extraction.Pictures;

namespace Storyprint.Extraction;

/// <summary>What the locked-in process does: it takes one file from its standard input and writes what it read, or why it did not, to its standard output.</summary>
public static class ExtractionWorker
{
    // A little more than its parent waits: whoever is left alone ends by itself.
    private static readonly TimeSpan Patience = ExtractionLimits.Usual.Time + TimeSpan.FromSeconds(2);

    public static async Task<int> RunAsync(Stream input, Stream output, CancellationToken cancellation)
    {
        await using var watchdog = new Timer(_ => Process.GetCurrentProcess().Kill(entireProcessTree: true), null, Patience, Timeout.InfiniteTimeSpan);
        var outcome = await ReadAsync(input, cancellation);
        await JsonSerializer.SerializeAsync(output, outcome, ExtractionJson.Default.ExtractionOutcome, cancellation);
        return 0;
    }

    private static async Task<ExtractionOutcome> ReadAsync(Stream input, CancellationToken cancellation)
    {
        var bytes = new byte[ExtractionLimits.MaxBytes + 1];
        var length = await input.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        return length > ExtractionLimits.MaxBytes ? new ExtractionOutcome.Refused(ExtractionRefusal.TooLarge) : await ReadAsync(bytes[..length], cancellation);
    }

    /// <summary>Reads a file in this very process: for tests, and for nothing that a stranger has sent.</summary>
    internal static async Task<ExtractionOutcome> ReadAsync(byte[] bytes, CancellationToken cancellation)
    {
        var kind = ContentSniffer.KindOf(bytes);
        try
        {
            return bytes.Length == 0 ? new ExtractionOutcome.Refused(ExtractionRefusal.Empty) : kind switch
            {
                ContentKind.Pdf => await PdfTextReader.ReadAsync(bytes, new PictureTextReader(), cancellation),
                ContentKind.Archive => DocxTextReader.Read(bytes),
                ContentKind.CompoundFile => new ExtractionOutcome.Refused(CompoundFile.IsProtected(bytes) ? ExtractionRefusal.Encrypted : ExtractionRefusal.OldOffice),
                ContentKind.PlainText or ContentKind.Html => PlainTextReader.Read(bytes, kind),
                ContentKind.Png or ContentKind.Jpeg or ContentKind.WebP or ContentKind.Heif => await new PictureTextReader().ReadAsync([bytes], kind, cancellation),
                _ => new ExtractionOutcome.Refused(ExtractionRefusal.UnknownKind),
            };
        }
        catch (Exception fault) when (fault is not OperationCanceledException)
        {
            // A stranger's file and other people's parsers: whatever they throw, the file is what cannot be read. Its own words must not get into a log.
            return new ExtractionOutcome.Refused(ExtractionRefusal.Damaged);
        }
    }
}
