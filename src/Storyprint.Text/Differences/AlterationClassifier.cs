using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Determines the <see cref="AlterationMarks"/> of an alteration by comparing its two sides.</summary>
internal static class AlterationClassifier
{
    public static AlterationMarks Of(TokenRange before, TokenRange after) =>
        When(AlterationMarks.Number, before.Numbers, after.Numbers)
        | When(AlterationMarks.Date, before.Dates, after.Dates)
        | When(AlterationMarks.Negation, before.Negations, after.Negations)
        | (Opposites(before, after).Any() ? AlterationMarks.Negation : AlterationMarks.None)
        | When(AlterationMarks.Name, before.Names(), after.Names())
        | When(AlterationMarks.Quotation, before.Quotes, after.Quotes);

    /// <summary>Pairs of words that are opposites by an affix.</summary>
    public static IEnumerable<(Token Before, Token After)> Opposites(TokenRange before, TokenRange after)
    {
        Token[] old = [.. before.Words], now = [.. after.Words];
        var negations = before.Paragraph.Language.Negations;
        return old.Length != now.Length ? [] : old.Zip(now).Where(pair => negations.AreOpposites(pair.First.Key, pair.Second.Key));
    }

    private static AlterationMarks When(AlterationMarks mark, IEnumerable<Token> before, IEnumerable<Token> after) =>
        before.Select(token => token.Mark).Order(StringComparer.Ordinal).SequenceEqual(after.Select(token => token.Mark).Order(StringComparer.Ordinal))
            ? AlterationMarks.None : mark;
}
