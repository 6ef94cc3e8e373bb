using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Replaces characters that XML forbids with spaces. WordPress exports them unescaped, and one would end the reading of the whole file.</summary>
internal sealed class XmlCharacterFilter(TextReader inner) : TextReader
{
    private bool begun;

    public override int Read(char[] buffer, int index, int count)
    {
        var read = inner.Read(buffer, index, count);

        // Plug-ins often cause empty lines and second byte order marks before the declaration, which XML does not allow.
        while (!begun && read > 0 && Blank(buffer.AsSpan(index, read)) is var rest && rest < read)
        {
            buffer.AsSpan(index + read - rest, rest).CopyTo(buffer.AsSpan(index));
            read = rest > 0 ? rest : inner.Read(buffer, index, count);
        }

        begun |= read > 0;
        ControlCharacterFilter.Blank(buffer.AsSpan(index, read));
        return read;
    }

    // The length without what is blank at the beginning.
    private static int Blank(ReadOnlySpan<char> text)
    {
        var at = 0;
        while (at < text.Length && (char.IsWhiteSpace(text[at]) || text[at] == '\uFEFF'))
        {
            at++;
        }

        return text.Length - at;
    }

    public override int Read()
    {
        var one = new char[1];
        return Read(one, 0, 1) == 0 ? -1 : one[0];
    }

    public override int Peek() => inner.Peek();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            inner.Dispose();
        }

        base.Dispose(disposing);
    }
}
