using System.Text;
using SkiaSharp;
using Storyprint.Extraction;

namespace Storyprint.Tests.Extraction;

public sealed class ContentSnifferTests
{
    public static TheoryData<byte[], ContentKind> Files => new()
    {
        { SampleFiles.Pdf("Words"), ContentKind.Pdf },
        { [.. "\n\n"u8, .. SampleFiles.Pdf("Words")], ContentKind.Pdf },
        { SampleFiles.Docx(""), ContentKind.Archive },
        { SampleFiles.Picture(SKEncodedImageFormat.Png), ContentKind.Png },
        { SampleFiles.Picture(SKEncodedImageFormat.Jpeg), ContentKind.Jpeg },
        { SampleFiles.Picture(SKEncodedImageFormat.Webp), ContentKind.WebP },
        { [0, 0, 0, 24, .. "ftypheic"u8, 0, 0, 0, 0], ContentKind.Heif },
        { [0, 0, 0, 24, .. "ftypisom"u8, 0, 0, 0, 0], ContentKind.Unknown },
        { [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, 0], ContentKind.CompoundFile },
        { "<!DOCTYPE html><p>Words"u8.ToArray(), ContentKind.Html },
        { "<p class=x>Words</p>"u8.ToArray(), ContentKind.Html },
        { "Words and 3 < 4"u8.ToArray(), ContentKind.PlainText },
        { "%PDF is how a PDF begins, nearly"u8.ToArray(), ContentKind.PlainText },
        { Encoding.UTF8.GetBytes("درهای کتابخانه"), ContentKind.PlainText },
        { [0xFF, 0xFE, .. Encoding.Unicode.GetBytes("درهای کتابخانه")], ContentKind.PlainText },
        { Encoding.Unicode.GetBytes("Words without a mark of their order"), ContentKind.PlainText },
        { "{\\rtf1 Words}"u8.ToArray(), ContentKind.Unknown },
        { [1, 2, 3, 0, 5, 6, 7, 8], ContentKind.Unknown },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public void A_file_is_what_its_bytes_say(byte[] bytes, ContentKind kind) => Assert.Equal(kind, ContentSniffer.KindOf(bytes));
}
