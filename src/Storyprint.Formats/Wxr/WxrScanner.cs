namespace Storyprint.Formats.Wxr;

/// <summary>An item as it stands in a file.</summary>
/// <param name="Line">The line that it begins in.</param>
/// <param name="IsCutOff">Whether the file ends inside it.</param>
internal sealed record WxrPiece(string Text, int Line, bool IsCutOff);

/// <summary>Finds items in a file that is no sound XML, by their tags alone: what is wrong in one does not hide the next.</summary>
internal sealed class WxrScanner : IDisposable
{
    private const int MaxItem = 32 * 1024 * 1024;
    private const int MaxGap = 4 * 1024 * 1024;
    private const string Begin = "<item";
    private const string End = "</item>";
    private const string Cdata = "<![CDATA[";

    private readonly TextReader text;
    private readonly FileStream? stream;
    private char[] buffer = new char[1 << 16];
    private int from;
    private int to;
    private bool isEnded;

    public WxrScanner(string path) => (stream, text) = WxrReader.Open(path);

    public WxrScanner(TextReader text) => this.text = text;

    /// <summary>The line of the place that was reached.</summary>
    public int Line { get; private set; } = 1;

    /// <summary>Whether the end of the export was passed.</summary>
    public bool HasEnd { get; private set; }

    /// <summary>What stood between the last item and the one before, or the end.</summary>
    public string Gap { get; private set; } = string.Empty;

    public double Part => stream is null || stream.Length == 0 ? 1 : (double)stream.Position / stream.Length;

    /// <summary>Skips what has been read before.</summary>
    /// <param name="line">As an XML reader counts lines, from 1.</param>
    /// <param name="characters">The characters of that line to skip.</param>
    public void SkipTo(int line, int characters)
    {
        while (Line < line && Load(from))
        {
            var rest = buffer.AsSpan(from, to - from);
            var end = rest.IndexOfAny('\n', '\r');
            if (end < 0)
            {
                (from, to) = (0, 0);
                continue;
            }

            var isPair = rest[end] == '\r' && Load(from + end + 1) && buffer[from + end + 1] == '\n';
            from += end + (isPair ? 2 : 1);
            Line++;
        }

        for (var skipped = 0; skipped < characters && Load(from); skipped++)
        {
            from++;
        }
    }

    /// <summary>The next item, or null at the end.</summary>
    public WxrPiece? Next()
    {
        Gap = string.Empty;
        if (!Seek())
        {
            return null;
        }

        var (end, isCutOff) = EndOfItem();
        var piece = new WxrPiece(new string(buffer, from, end - from), Line, isCutOff);
        Take(end - from);
        return piece;
    }

    private bool Seek()
    {
        var gap = new System.Text.StringBuilder();
        for (var at = from; ; at++)
        {
            at = Find('<', at);
            if (at < 0 || IsBegin(at))
            {
                var end = at < 0 ? to : at;
                gap.Append(buffer.AsSpan(from, Math.Min(end - from, MaxGap)));
                Gap = gap.ToString();
                Take(end - from);
                return at >= 0;
            }

            HasEnd |= StartsAt(at, "</channel") || StartsAt(at, "</rss");
            if (at - from > MaxGap)
            {
                Take(at - from);
                at = from;
            }
        }
    }

    private (int End, bool IsCutOff) EndOfItem()
    {
        for (var at = from + Begin.Length; at - from < MaxItem; at++)
        {
            at = Find('<', at);
            if (at < 0)
            {
                return (to, true);
            }

            if (StartsAt(at, End))
            {
                return (at + End.Length, false);
            }

            if (IsBegin(at))
            {
                return (at, false);
            }

            if (StartsAt(at, Cdata))
            {
                var (end, isItem) = EndOfCdata(at + Cdata.Length);
                if (end < 0)
                {
                    return (to, true);
                }

                if (isItem)
                {
                    return (end, false);
                }

                at = end - 1;
            }
        }

        return (from + MaxItem, false);
    }

    // A section that never ends swallows the items after it: it is over where one ends and the next begins.
    private (int End, bool IsItem) EndOfCdata(int at)
    {
        for (; Load(at) && at - from < MaxItem; at++)
        {
            var found = buffer.AsSpan(at, to - at).IndexOfAny(']', '<');
            if (found < 0)
            {
                at = to - 1;
                continue;
            }

            at += found;
            if (StartsAt(at, "]]>"))
            {
                return (at + 3, false);
            }

            if (StartsAt(at, End) && IsBetweenItems(at + End.Length))
            {
                return (at + End.Length, true);
            }
        }

        return (-1, false);
    }

    private bool IsBetweenItems(int at)
    {
        while (Load(at) && char.IsWhiteSpace(buffer[at]))
        {
            at++;
        }

        return IsBegin(at) || StartsAt(at, "</channel");
    }

    private bool IsBegin(int at) => StartsAt(at, Begin) && Load(at + Begin.Length) && (buffer[at + Begin.Length] == '>' || char.IsWhiteSpace(buffer[at + Begin.Length]));

    private bool StartsAt(int at, string words)
    {
        Load(at + words.Length - 1);
        return at + words.Length <= to && buffer.AsSpan(at, words.Length).SequenceEqual(words);
    }

    private int Find(char what, int at)
    {
        while (Load(at))
        {
            var found = buffer.AsSpan(at, to - at).IndexOf(what);
            if (found >= 0)
            {
                return at + found;
            }

            at = to;
        }

        return -1;
    }

    // Whether there is a character at a place, which is read up to there.
    private bool Load(int at)
    {
        while (at >= to && !isEnded)
        {
            if (to == buffer.Length)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }

            var read = text.Read(buffer, to, buffer.Length - to);
            isEnded = read == 0;
            to += read;
        }

        return at < to;
    }

    // Places are from the beginning of the buffer, so it is only moved between items.
    private void Take(int length)
    {
        var taken = buffer.AsSpan(from, length);
        Line += taken.Count('\n') + (taken.Contains('\r') ? taken.ToString().Replace("\r\n", "\n", StringComparison.Ordinal).Count(character => character == '\r') : 0);
        from += length;
        buffer.AsSpan(from, to - from).CopyTo(buffer);
        (from, to) = (0, to - from);
    }

    public void Dispose()
    {
        text.Dispose();
        stream?.Dispose();
    }
}
