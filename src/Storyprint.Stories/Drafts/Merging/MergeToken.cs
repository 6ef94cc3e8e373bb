using Storyprint.Text.Reading;

namespace Storyprint.Stories.Drafts.Merging;

/// <summary>A word, mark or space of a text with its style, a choice, or the place where a block begins.</summary>
internal readonly record struct MergeToken
{
    /// <summary>The number that equal tokens share; styles do not count.</summary>
    public required int Key { get; init; }

    public TokenKind Kind { get; init; }

    /// <summary>The text that it is part of.</summary>
    public string Source { get; init; }

    public int Start { get; init; }

    public int Length { get; init; }

    /// <summary>The style of the whole token, or of each of its characters.</summary>
    public TextStyle[] Styles { get; init; }

    public ChoiceRun? Choice { get; init; }

    /// <summary>The block that begins here.</summary>
    public BlockId? Break { get; init; }

    public bool IsText => Choice is null && Break is null;

    public bool IsWord => IsText && Kind == TokenKind.Word;

    public bool IsSpace => IsText && Kind == TokenKind.Space;

    public ReadOnlySpan<char> Text => Source.AsSpan(Start, Length);

    /// <summary>The one style of the token; null where it has several.</summary>
    public TextStyle? Style => Styles.Length == 1 ? Styles[0] : null;

    public TextStyle StyleAt(int index) => Styles.Length == 1 ? Styles[0] : Styles[index];

    public bool HasStylesOf(in MergeToken other)
    {
        if (ReferenceEquals(Styles, other.Styles) || (Styles.Length == 1 && other.Styles.Length == 1 && ReferenceEquals(Styles[0], other.Styles[0])))
        {
            return true;
        }

        for (var index = 0; index < Math.Max(Styles.Length, other.Styles.Length); index++)
        {
            if (StyleAt(index) != other.StyleAt(index))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two tokens are the same with their styles.</summary>
    public bool Is(in MergeToken other) => Key == other.Key && (!IsText || HasStylesOf(other));
}
