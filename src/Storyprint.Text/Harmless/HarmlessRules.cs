using Storyprint.Text.Differences;
using Storyprint.Text.Spelling;

namespace Storyprint.Text.Harmless;

/// <summary>Finds the rule of the closed list, if any, that proves a change to be harmless.</summary>
/// <param name="language">BCP 47 tag of both texts.</param>
public sealed class HarmlessRules(TextComparison comparison, string language, ISpellingDictionaries dictionaries)
{
    private readonly CorrectedSpelling spelling = new(comparison.Words, language, dictionaries);

    /// <summary>The rule that explains the change; null where none does.</summary>
    /// <param name="isRunningText">Whether it is in running text. In headlines, names, labels and cells only typography is harmless.</param>
    public HarmlessRule? Explaining(TextChange change, bool isRunningText) =>
        change.Class == DifferenceClass.Typography ? HarmlessRule.Typography
        : !isRunningText ? null
        : FinalStop.Explains(change) ? HarmlessRule.FinalStop
        : InitialCapital.Explains(change) ? HarmlessRule.InitialCapital
        : change.IsQuoted ? null
        : DoubledWord.Explains(change) ? HarmlessRule.DoubledWord
        : spelling.Explains(change) ? HarmlessRule.Spelling
        : null;
}
