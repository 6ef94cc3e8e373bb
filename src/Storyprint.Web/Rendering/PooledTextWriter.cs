using System.Buffers;
using System.Text;

namespace Storyprint.Web.Rendering;

/// <summary>Collects a renderer's output in one pooled buffer: a page's text is large and needed once.</summary>
internal sealed class PooledTextWriter : TextWriter
{
    private char[] characters = ArrayPool<char>.Shared.Rent(32 * 1024);
    private int length;

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Room(1)[0] = value;

    public override void Write(ReadOnlySpan<char> buffer) => buffer.CopyTo(Room(buffer.Length));

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    /// <summary>The bytes of a page.</summary>
    public byte[] ToPage()
    {
        // The framework closes void elements as in XML, which HTML validators report. Text cannot contain this sequence, since its brackets are encoded.
        const string XmlEnd = " />";
        var (from, to) = (0, 0);
        for (int end; (end = characters.AsSpan(from, length - from).IndexOf(XmlEnd)) >= 0; from += end + XmlEnd.Length)
        {
            Array.Copy(characters, from, characters, to, end);
            to += end;
            characters[to++] = '>';
        }

        Array.Copy(characters, from, characters, to, length - from);
        length += to - from;
        return Encoding.UTF8.GetBytes(characters, 0, length);
    }

    public override string ToString() => new(characters, 0, length);

    protected override void Dispose(bool disposing)
    {
        ArrayPool<char>.Shared.Return(characters);
        characters = [];
        base.Dispose(disposing);
    }

    private Span<char> Room(int count)
    {
        if (characters.Length - length < count)
        {
            var larger = ArrayPool<char>.Shared.Rent(Math.Max(length + count, characters.Length * 2));
            characters.AsSpan(0, length).CopyTo(larger);
            ArrayPool<char>.Shared.Return(characters);
            characters = larger;
        }

        length += count;
        return characters.AsSpan(length - count, count);
    }
}
