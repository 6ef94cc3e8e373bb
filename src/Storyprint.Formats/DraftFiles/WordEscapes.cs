using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Writes words so that Markdown reads them as words.</summary>
internal sealed partial class WordEscapes(string plain, InlinePlace place, bool isGuarded)
{
    // What a line begins with where it is no ordinary paragraph.
    private const string AtLineStart = "#>+-=~";

    public void Write(StringBuilder to, int from, int end)
    {
        for (var at = from; at < end; at++)
        {
            var character = plain[at];
            if (character == '\n')
            {
                to.Append(place.IsOneLine || isGuarded ? "<br>" : "\\\n" + place.Indent);
            }
            else if (isGuarded ? !IsSafe(at) : IsEdge(at) || IsEntity(at) || character == '\t')
            {
                to.Append(CultureInfo.InvariantCulture, $"&#{(int)character};");
            }
            else
            {
                to.Append(!isGuarded && IsSign(at) ? "\\" : string.Empty).Append(character);
            }
        }
    }

    /// <summary>The address of a link, in brackets where it needs them.</summary>
    public string Address(string address)
    {
        var written = new StringBuilder(address.Length);
        foreach (var character in address)
        {
            written.Append(character is '\\' or '<' or '>' || (character == '|' && place.IsCell) ? "\\" : string.Empty).Append(character == '&' && EntityName().IsMatch(address) ? "&amp;" : character.ToString());
        }

        return address.Length == 0 || address.Any(character => char.IsWhiteSpace(character) || character is '(' or ')' or '<') ? $"<{written}>" : written.ToString();
    }

    // White space at the edge of a line is not read.
    private bool IsEdge(int at) => char.IsWhiteSpace(plain[at]) && (at == 0 || plain[at - 1] == '\n' || at == plain.Length - 1 || plain[at + 1] == '\n');

    private bool IsEntity(int at) => plain[at] == '&' && EntityName().IsMatch(plain.AsSpan(at, Math.Min(40, plain.Length - at)));

    private bool IsSafe(int at) => char.IsLetterOrDigit(plain[at]) || char.IsSurrogate(plain[at])
        || (plain[at] == ' ' && at > 0 && at < plain.Length - 1 && !char.IsWhiteSpace(plain[at - 1]) && !char.IsWhiteSpace(plain[at + 1]));

    private bool IsSign(int at) => plain[at] switch
    {
        '\\' or '`' or '*' or '[' or ']' => true,
        '_' => !IsInWord(at),
        '<' => at + 1 < plain.Length && (char.IsAsciiLetter(plain[at + 1]) || plain[at + 1] is '/' or '!' or '?'),
        '|' => true,
        ':' => at == 5 && plain.AsSpan(0, 5) is "Embed" or "Table",
        '.' or ')' => IsNumberOfLine(at),
        var sign => AtLineStart.Contains(sign, StringComparison.Ordinal) && (at == 0 || plain[at - 1] == '\n'),
    };

    private bool IsInWord(int at) => at > 0 && at < plain.Length - 1 && char.IsLetterOrDigit(plain[at - 1]) && char.IsLetterOrDigit(plain[at + 1]);

    // CommonMark 5.2: a number of at most nine digits begins an item.
    private bool IsNumberOfLine(int at)
    {
        var start = at;
        while (start > 0 && at - start < 10 && char.IsAsciiDigit(plain[start - 1]))
        {
            start--;
        }

        return start < at && (start == 0 || plain[start - 1] == '\n');
    }

    [GeneratedRegex("&(?:#[0-9]{1,8}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")]
    private static partial Regex EntityName();
}
