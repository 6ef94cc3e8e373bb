using System.Buffers;

namespace Storyprint.Serving;

/// <summary>
/// Follows the bytes of an HTTP/1.1 connection from head to head and finds its request lines (RFC 9112, sections 2 and 3). It knows only what has no body: with
/// the first other request it stops following, for then it could not be sure where the next one begins.
/// </summary>
internal struct RequestLineScanner
{
    private static ReadOnlySpan<byte> Get => "GET "u8;
    private static ReadOnlySpan<byte> Head => "HEAD "u8;

    // Any of these in a head, and what follows it may be no head.
    private static readonly byte[][] Bodied = [[.. "content-length:"u8], [.. "transfer-encoding:"u8], [.. "upgrade:"u8]];

    private const int MaxName = 18;

    private Part part;
    private int column;
    private NameStart name;

    private enum Part
    {
        RequestLine,
        Header,
        Unknown,
    }

    [System.Runtime.CompilerServices.InlineArray(MaxName)]
    private struct NameStart
    {
        private byte first;
    }

    /// <summary>Follows the next bytes.</summary>
    /// <param name="rewritten">Takes them with what is not ASCII in a request line percent-encoded; null to look only.</param>
    /// <returns>Whether there was something to encode.</returns>
    public bool Scan(ReadOnlySpan<byte> bytes, IBufferWriter<byte>? rewritten)
    {
        var found = false;
        while (!bytes.IsEmpty)
        {
            if (part == Part.Unknown)
            {
                rewritten?.Write(bytes);
                return found;
            }

            var end = bytes.IndexOf((byte)'\n');
            var line = end < 0 ? bytes : bytes[..(end + 1)];
            found |= part == Part.RequestLine ? Request(line, rewritten) : Header(line, rewritten);
            bytes = bytes[line.Length..];
        }

        return found;
    }

    private bool Request(ReadOnlySpan<byte> line, IBufferWriter<byte>? rewritten)
    {
        Keep(line);
        ReadOnlySpan<byte> start = name;
        var known = Math.Min(column, Head.Length);
        if (!start[..known].SequenceEqual(Head[..known]) && !start[..Math.Min(known, Get.Length)].SequenceEqual(Get[..Math.Min(known, Get.Length)]))
        {
            part = Part.Unknown;
            rewritten?.Write(line);
            return false;
        }

        EndLine(line, Part.Header);
        if (!line.ContainsAnyInRange((byte)0x80, (byte)0xFF))
        {
            rewritten?.Write(line);
            return false;
        }

        if (rewritten is not null)
        {
            Encode(line, rewritten);
        }

        return true;
    }

    private bool Header(ReadOnlySpan<byte> line, IBufferWriter<byte>? rewritten)
    {
        Keep(line);
        rewritten?.Write(line);
        if (line[^1] != '\n')
        {
            return false;
        }

        ReadOnlySpan<byte> start = name;
        var isLast = column <= 2;
        var kept = start[..Math.Min(column, MaxName)];
        var isBodied = false;
        foreach (var field in Bodied)
        {
            isBodied |= kept.Length >= field.Length && System.Text.Ascii.EqualsIgnoreCase(kept[..field.Length], field);
        }

        EndLine(line, isBodied ? Part.Unknown : isLast ? Part.RequestLine : Part.Header);
        return false;
    }

    // The beginning of a line may come in several pieces.
    private void Keep(ReadOnlySpan<byte> line)
    {
        Span<byte> start = name;
        if (column < MaxName)
        {
            line[..Math.Min(line.Length, MaxName - column)].CopyTo(start[column..]);
        }

        column += line.Length;
    }

    private void EndLine(ReadOnlySpan<byte> line, Part next)
    {
        if (line[^1] == '\n')
        {
            (part, column) = (next, 0);
        }
    }

    private static void Encode(ReadOnlySpan<byte> line, IBufferWriter<byte> rewritten)
    {
        ReadOnlySpan<byte> digits = "0123456789ABCDEF"u8;
        var room = rewritten.GetSpan(line.Length * 3);
        var length = 0;
        foreach (var letter in line)
        {
            if (letter < 0x80)
            {
                room[length++] = letter;
                continue;
            }

            (room[length], room[length + 1], room[length + 2]) = ((byte)'%', digits[letter >> 4], digits[letter & 15]);
            length += 3;
        }

        rewritten.Advance(length);
    }
}
