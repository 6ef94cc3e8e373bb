using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>One change between two paragraphs, with its old and its new words. Either side may be empty.</summary>
public sealed class TextChange
{
    internal TextChange(TokenRange before, TokenRange after, DifferenceClass weight)
    {
        (Old, New) = (before.Trimmed, after.Trimmed);
        Class = weight;
    }

    /// <summary>As written, without the spaces at its ends.</summary>
    public string Before => Old.Text;

    /// <inheritdoc cref="Before"/>
    public string After => New.Text;

    public DifferenceClass Class { get; }

    /// <summary>Whether a letter or digit of a word changed, and not only punctuation or space.</summary>
    public bool ChangesWords => Words(Old) != Words(New);

    /// <summary>Whether it is inside quotation marks, or moves one.</summary>
    public bool IsQuoted => Old.IsQuoted || New.IsQuoted;

    internal TokenRange Old { get; }

    internal TokenRange New { get; }

    /// <summary>The words of one kind on both sides, as written; equal sides mean no change of this kind.</summary>
    public (IReadOnlyList<string> Before, IReadOnlyList<string> After) Of(AlterationMarks mark) => mark switch
    {
        AlterationMarks.Number => Numbers(),
        AlterationMarks.Date => (Shown(Old, Old.Dates), Shown(New, New.Dates)),
        AlterationMarks.Negation => Negations(),
        AlterationMarks.Name => (Shown(Old, Names(Old)), Shown(New, Names(New))),
        AlterationMarks.Quotation => (Shown(Old, Old.Quotes), Shown(New, New.Quotes)),
        _ => ([], []),
    };

    private (IReadOnlyList<string> Before, IReadOnlyList<string> After) Negations()
    {
        var (before, after) = (Shown(Old, Old.Negations), Shown(New, New.Negations));
        if (!before.SequenceEqual(after))
        {
            return (before, after);
        }

        var opposites = AlterationClassifier.Opposites(Old, New).ToList();
        return (Shown(Old, opposites.Select(pair => pair.Before)), Shown(New, opposites.Select(pair => pair.After)));
    }

    // A sign alone says little, so the number is included.
    private (IReadOnlyList<string> Before, IReadOnlyList<string> After) Numbers() => IsSignAlone(Old) || IsSignAlone(New)
        ? ([WithNumber(Old)], [WithNumber(New)])
        : (Together(Old), Together(New));

    // An adjacent number and sign are one word.
    private static List<string> Together(TokenRange range)
    {
        List<string> shown = [];
        var end = -1;
        foreach (var token in range.Numbers)
        {
            if (token.Start == end)
            {
                shown[^1] += range.Shown(token);
            }
            else
            {
                shown.Add(range.Shown(token));
            }

            end = token.End;
        }

        return shown;
    }

    private static bool IsSignAlone(TokenRange range) =>
        range.Significant.ToList() is [{ Mark: "-" or "−" or "–" or "+" or "±" }] && range.To < range.Paragraph.Tokens.Count && range.Paragraph.Tokens[range.To].HasDigit;

    private static string WithNumber(TokenRange range) =>
        range.Paragraph.Slice(range.From, Math.Min(range.To + 1, range.Paragraph.Tokens.Count));

    private static IEnumerable<Token> Names(TokenRange range) => range.Names(withHeads: true).Except(range.Numbers).Except(range.Dates).Except(range.Negations);

    private static string[] Shown(TokenRange range, IEnumerable<Token> tokens) => [.. tokens.Select(range.Shown)];

    private static string Words(TokenRange range) => string.Join(' ', range.Words.Select(range.Shown));
}
