using Storyprint.Text.Reading;

namespace Storyprint.Text.Differences;

/// <summary>Finds what a reader should look at first in an alteration, by comparing what stands on its two sides.</summary>
internal static class AlterationClassifier
{
    public static AlterationMarks Of(TokenRange before, TokenRange after) =>
        When(AlterationMarks.Number, before.Numbers, after.Numbers)
        | When(AlterationMarks.Date, before.Dates, after.Dates)
        | When(AlterationMarks.Negation, before.Negations, after.Negations)
        | (Opposites(before, after).Any() ? AlterationMarks.Negation : AlterationMarks.None)
        | When(AlterationMarks.Name, before.Names(), after.Names())
        | When(AlterationMarks.Quotation, before.Quotes, after.Quotes);

    /// <summary>Words that became their opposites by an affix.</summary>
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
