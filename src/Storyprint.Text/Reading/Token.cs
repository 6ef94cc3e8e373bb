using System.Text;

namespace Storyprint.Text.Reading;

/// <summary>A word, a mark or a space of a text: one or more whole graphemes.</summary>
/// <param name="Spelling">What it is compared by, see <see cref="WordKey"/> and <see cref="MarkKeys"/>; empty for a space.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Spelling)
{
    /// <summary>A character of a script that is written without spaces.</summary>
    public bool IsAlone { get; init; }

    public int End => Start + Length;

    /// <summary>At the head of a spelling: no space before it, where there might be one.</summary>
    public const char Glued = '\u2040';

    /// <summary>At the head of a spelling: a space before it, where there is none as a rule.</summary>
    public const char Apart = ' ';

    /// <summary>The spelling without what its head says of the space before it.</summary>
    public string Mark => Spelling.Length > 1 && Spelling[0] is Glued or Apart ? Spelling[1..] : Spelling;

    /// <summary>The spelling of a word in lower case, for lists and likeness.</summary>
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

internal enum TokenKind
{
    Word,
    Mark,
    Space,
}
