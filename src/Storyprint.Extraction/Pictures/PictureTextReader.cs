using System.Diagnostics;

namespace Storyprint.Extraction.Pictures;

/// <summary>The marks and the words in pictures of a page. A mark settles which story it is; the words are what somebody's eyes would read, and may be read wrong.</summary>
internal sealed class PictureTextReader
{
    // Less makes letters too small to read, more only takes longer.
    private const int PageSide = 2_400;
    private const int SmallSide = 1_500;

    // Degrees. A photograph by hand slopes more than this only where it is on its side.
    private const double AnySlope = 15;
    private const double NearMark = 3;

    // What must be left of the time to answer.
    private static readonly TimeSpan Reserve = TimeSpan.FromSeconds(1.5);

    private readonly Stopwatch watch = Stopwatch.StartNew();
    private readonly List<string> marks = [];
    private readonly List<string> texts = [];
    private RecognitionLack? lack;

    /// <param name="kind">What they come from.</param>
    public async Task<ExtractionOutcome> ReadAsync(IEnumerable<byte[]> pictures, ContentKind kind, CancellationToken cancellation)
    {
        foreach (var bytes in pictures)
        {
            if (await ReadAsync(bytes, cancellation) is { } refusal)
            {
                return new ExtractionOutcome.Refused(refusal);
            }
        }

        var (text, isCut) = TextLength.Cut(string.Join('\n', texts), ExtractedText.MaxBytes);
        return text.Length == 0 && marks.Count == 0
            ? new ExtractionOutcome.Refused(lack is RecognitionLack.NoProgram or RecognitionLack.NoLanguage ? ExtractionRefusal.NoRecognition : ExtractionRefusal.NoWords)
            : new ExtractionOutcome.Extracted(new ExtractedText
            {
                Kind = kind,
                Text = text,
                Marks = [.. marks.Distinct()],
                IsRecognised = true,
                IsCut = isCut,
                Lack = text.Length == 0 ? lack ?? RecognitionLack.NothingFound : null,
            });
    }

    private async Task<ExtractionRefusal?> ReadAsync(byte[] bytes, CancellationToken cancellation)
    {
        if (ContentSniffer.KindOf(bytes) == ContentKind.Heif)
        {
            if (!HeifConverter.IsThere)
            {
                return ExtractionRefusal.NoHeif;
            }

            bytes = await HeifConverter.ToJpegAsync(bytes, cancellation) ?? [];
        }

        var (picture, refusal) = PictureDecoder.Read(bytes);
        if (picture is null)
        {
            return refusal;
        }

        var flat = Lighting.Flattened(picture);
        var found = await MarkReader.ReadAsync(picture, flat, cancellation);
        marks.AddRange(found.Select(mark => mark.Says));
        await RecogniseAsync(flat, found, cancellation);
        return null;
    }

    private async Task RecogniseAsync(GrayPicture flat, IReadOnlyList<FoundMark> found, CancellationToken cancellation)
    {
        if (!MachineTool.IsThere("tesseract"))
        {
            lack = RecognitionLack.NoProgram;
            return;
        }

        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        time.CancelAfter(TimeSpan.FromTicks(Math.Max(1, (ExtractionLimits.Usual.Time - Reserve - watch.Elapsed).Ticks)));
        try
        {
            var page = Upright(flat, found);
            page = page.LongSide > PageSide ? page.WithLongSide(PageSide) : page.LongSide < SmallSide ? page.Scaled(2) : page;
            var (script, turn) = await Tesseract.OrientationAsync(page, time.Token);
            page = found.Count == 0 && turn != 0 ? page.Turned(-turn * Math.PI / 180) : page;
            if (Tesseract.LanguagesOf(script, await Tesseract.InstalledAsync(time.Token)) is not { } languages)
            {
                lack = RecognitionLack.NoLanguage;
            }
            else if (await Tesseract.ReadAsync(page, languages, time.Token) is { } text && !string.IsNullOrWhiteSpace(text))
            {
                texts.Add(text.Trim());
            }
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            lack = RecognitionLack.TookTooLong;
        }
    }

    // The mark stands as the page does.
    private static GrayPicture Upright(GrayPicture flat, IReadOnlyList<FoundMark> found)
    {
        var angle = found.Count > 0 && found[0].Angle != 0 ? Skew.Of(flat, found[0].Angle, NearMark) : Skew.Of(flat, 0, AnySlope);
        return Math.Abs(angle) < 0.002 ? flat : flat.Turned(angle);
    }
}
