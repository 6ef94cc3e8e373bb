using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Extraction;

/// <summary>Tells what a file is by its bytes. What its name or its sender says of it is not asked.</summary>
public static partial class ContentSniffer
{
    private const int Head = 2048;

    public static ContentKind KindOf(ReadOnlySpan<byte> bytes)
    {
        var head = bytes[..Math.Min(bytes.Length, Head)];
        return head switch
        {
            [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, ..] => ContentKind.Png,
            [0xFF, 0xD8, 0xFF, ..] => ContentKind.Jpeg,
            [(byte)'P', (byte)'K', 3, 4, ..] => ContentKind.Archive,
            [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..] => ContentKind.CompoundFile,
            _ when head.Length > 12 && head.StartsWith("RIFF"u8) && head[8..].StartsWith("WEBP"u8) => ContentKind.WebP,
            _ when head.Length > 12 && head[4..].StartsWith("ftyp"u8) => IsHeif(head[8..12]) ? ContentKind.Heif : ContentKind.Unknown,

            // ISO 32000-2, annex I: readers look for the head in the first kilobyte.
            _ when head[..Math.Min(head.Length, 1024)].IndexOf("%PDF-"u8) >= 0 => ContentKind.Pdf,
            _ => TextKindOf(bytes, head),
        };
    }

    // ISO/IEC 23008-12, B.4.1, and AVIF's.
    private static bool IsHeif(ReadOnlySpan<byte> brand) => Encoding.ASCII.GetString(brand) is "heic" or "heix" or "heim" or "heis" or "hevc" or "hevx" or "mif1" or "msf1" or "avif";

    private static ContentKind TextKindOf(ReadOnlySpan<byte> bytes, ReadOnlySpan<byte> head)
    {
        // Rich text is text of another kind: its words stand between commands.
        if (head.StartsWith("{\\rtf"u8))
        {
            return ContentKind.Unknown;
        }

        var isWide = head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] || IsUnmarkedUtf16(head);
        if (!isWide && (bytes.Contains((byte)0) || Controls(head) > head.Length / 50))
        {
            return ContentKind.Unknown;
        }

        var begin = isWide ? Encoding.ASCII.GetString(head).Replace("\0", "", StringComparison.Ordinal) : Encoding.Latin1.GetString(head);
        return Markup().IsMatch(begin) ? ContentKind.Html : ContentKind.PlainText;
    }

    // Letters of ASCII with a zero beside each of them.
    private static bool IsUnmarkedUtf16(ReadOnlySpan<byte> head)
    {
        var (even, odd) = (0, 0);
        for (var index = 0; index < head.Length; index++)
        {
            even += head[index] == 0 && index % 2 == 0 ? 1 : 0;
            odd += head[index] == 0 && index % 2 == 1 ? 1 : 0;
        }

        return Math.Max(even, odd) > head.Length / 4 && Math.Min(even, odd) == 0;
    }

    private static int Controls(ReadOnlySpan<byte> head)
    {
        var count = 0;
        foreach (var value in head)
        {
            count += value < 0x20 && value is not (0x09 or 0x0A or 0x0C or 0x0D or 0x1B) ? 1 : 0;
        }

        return count;
    }

    [GeneratedRegex(@"<(!doctype\s+html|html|head|body|article|main|div|p|h[1-6]|meta|table|section)\b[^<]*>", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Markup();
}
