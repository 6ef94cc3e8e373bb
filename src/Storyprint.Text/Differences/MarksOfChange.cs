namespace Storyprint.Text.Differences;

/// <summary>Finds what a reader should look at first in an alteration, by comparing what stands on its two sides.</summary>
internal static class MarksOfChange
{
    public static AlterationMarks Of(TokenRange before, TokenRange after, NegationWords negations) =>
        When(AlterationMarks.Number, before.Numbers(), after.Numbers())
        | When(AlterationMarks.Negation, before.Negations(negations), after.Negations(negations))
        | When(AlterationMarks.Name, before.Names(), after.Names())
        | When(AlterationMarks.Quotation, before.Quotes(), after.Quotes());

    private static AlterationMarks When(AlterationMarks mark, IEnumerable<string> before, IEnumerable<string> after) =>
        before.Order(StringComparer.Ordinal).SequenceEqual(after.Order(StringComparer.Ordinal)) ? AlterationMarks.None : mark;
}
