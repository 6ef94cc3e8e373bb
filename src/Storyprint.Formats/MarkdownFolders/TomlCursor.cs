using System.Globalization;
using System.Text;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>A place in TOML: its signs, spaces, comments and texts.</summary>
/// <exception cref="FormatException">What stands there is not what TOML allows; the message says why.</exception>
internal sealed class TomlCursor(string toml)
{
    private int at;

    public bool IsAtEnd => at >= toml.Length;

    /// <summary>The character at the place; a zero at the end.</summary>
    public char Current => at < toml.Length ? toml[at] : '\0';

    /// <summary>The line of the place, from 1.</summary>
    public int Line => 1 + toml.AsSpan(0, Math.Min(at, toml.Length)).Count('\n');

    /// <summary>Takes all characters that are of a kind.</summary>
    public string While(Func<char, bool> isOne)
    {
        var begin = at;
        while (at < toml.Length && isOne(toml[at]))
        {
            at++;
        }

        return toml[begin..at];
    }

    /// <summary>A text in quotation marks of any kind.</summary>
    public string Text()
    {
        var quote = toml[at];
        var three = new string(quote, 3);
        if (!Peek(three))
        {
            at++;
            var text = Until(quote.ToString(), quote == '"');
            return text.Contains('\n', StringComparison.Ordinal) ? throw new FormatException("A text in quotation marks does not end in its line.") : text;
        }

        at += 3;
        _ = Take("\r\n") || Take("\n");
        var words = Until(three, quote == '"');
        while (at < toml.Length && toml[at] == quote)
        {
            words += quote;
            at++;
        }

        return words;
    }

    private string Until(string end, bool hasEscapes)
    {
        var text = new StringBuilder();
        while (at < toml.Length)
        {
            if (Take(end))
            {
                return text.ToString();
            }

            if (hasEscapes && toml[at] == '\\')
            {
                text.Append(Escape());
            }
            else
            {
                text.Append(toml[at++]);
            }
        }

        throw new FormatException("A text in quotation marks does not end.");
    }

    private string Escape()
    {
        at++;
        var kind = at < toml.Length ? toml[at++] : throw new FormatException("A text in quotation marks does not end.");
        switch (kind)
        {
            case 'u' or 'U' or 'x':
                var digits = kind switch { 'u' => 4, 'U' => 8, _ => 2 };
                var isNumber = at + digits <= toml.Length;
                var code = 0;
                isNumber = isNumber && int.TryParse(toml.AsSpan(at, digits), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out code) && Rune.IsValid(code);
                at += digits;
                return isNumber ? new Rune(code).ToString() : throw new FormatException("A character is written by a number that is none.");
            case ' ' or '\t' or '\r' or '\n':
                while (at < toml.Length && char.IsWhiteSpace(toml[at]))
                {
                    at++;
                }

                return string.Empty;
            default:
                return kind switch
                {
                    'n' => "\n",
                    't' => "\t",
                    'r' => "\r",
                    '"' => "\"",
                    '\\' => "\\",
                    'b' or 'f' or 'e' => " ",
                    _ => throw new FormatException($"\\{kind} is not known; write \\\\ for a backslash."),
                };
        }
    }

    public bool Peek(string words) => string.CompareOrdinal(toml, at, words, 0, words.Length) == 0;

    public bool Take(string words)
    {
        var isThere = Peek(words);
        at += isThere ? words.Length : 0;
        return isThere;
    }

    public void Expect(string words)
    {
        SkipSpaces();
        if (!Take(words))
        {
            throw new FormatException($"{words} is missing.");
        }
    }

    public void SkipSpaces()
    {
        while (at < toml.Length && toml[at] is ' ' or '\t')
        {
            at++;
        }
    }

    public void SkipLines()
    {
        while (at < toml.Length && (char.IsWhiteSpace(toml[at]) || toml[at] == '#'))
        {
            at = toml[at] != '#' ? at + 1 : toml.IndexOf('\n', at) is var end and >= 0 ? end : toml.Length;
        }
    }

    public void EndLine()
    {
        SkipSpaces();
        if (at < toml.Length && toml[at] is not ('\n' or '\r' or '#'))
        {
            throw new FormatException("Something stands behind the value.");
        }
    }
}
