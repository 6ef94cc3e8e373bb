using Storyprint.Formats.Encodings;
using Storyprint.Formats.Html;

namespace Storyprint.Extraction.Documents;

/// <summary>Plain text and saved pages: UTF-8, UTF-16 or what they declare, and otherwise the code page whose words they hold.</summary>
internal static class PlainTextReader
{
    public static ExtractionOutcome Read(byte[] bytes, ContentKind kind)
    {
        if (TextEncoding.Read(bytes) is not { } text)
        {
            return new ExtractionOutcome.Refused(ExtractionRefusal.UnknownKind);
        }

        var (words, address) = kind == ContentKind.Html ? VisibleHtml.Read(text) : (text, null);
        var (kept, isCut) = TextLength.Cut(words.Trim(), ExtractedText.MaxBytes);
        return kept.Length == 0 ? new ExtractionOutcome.Refused(ExtractionRefusal.NoWords)
            : new ExtractionOutcome.Extracted(new ExtractedText { Kind = kind, Text = kept, IsCut = isCut, Marks = address is null ? [] : [address] });
    }
}
