namespace Storyprint.Text.Differences;

/// <summary>A word, a mark or a space of a text: one or more whole graphemes.</summary>
/// <param name="Spelling">What it is compared by, see <see cref="Spelling"/>; empty for a space.</param>
internal readonly record struct Token(TokenKind Kind, int Start, int Length, string Spelling)
{
    public int End => Start + Length;

    public bool HasDigit
    {
        get
        {
            foreach (var rune in Spelling.EnumerateRunes())
            {
                if (System.Text.Rune.IsNumber(rune))
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
