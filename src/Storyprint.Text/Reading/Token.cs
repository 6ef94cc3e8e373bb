using System.Text;

namespace Storyprint.Text.Reading;

/// <summary>A word, a mark or a space of a text: one or more whole graphemes.</summary>
/// <param name="Spelling">Its comparison key, see <see cref="WordKey"/> and <see cref="MarkKeys"/>; empty for a space.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Spelling)
{
    /// <summary>Whether it is a character of a script without spaces.</summary>
    public bool IsAlone { get; init; }

    public int End => Start + Length;

    /// <summary>At the beginning of a key: no space before it, where there might be one.</summary>
    public const char Glued = '\u2040';

    /// <summary>At the beginning of a key: a space before it, where there usually is none.</summary>
    public const char Apart = ' ';

    /// <summary>The key without the sign for the space before it.</summary>
    public string Mark => Spelling.Length > 1 && Spelling[0] is Glued or Apart ? Spelling[1..] : Spelling;

    /// <summary>The key of a word in lower case, for word lists and similarity.</summary>
    public string Key => Mark.ToLowerInvariant();

    public bool HasDigit
    {
        get
        {
            foreach (var rune in Spelling.EnumerateRunes())
            {
                if (Rune.IsNumber(rune))
                {
                    return true;
                }
            }

            return false;
        }
    }
}
