namespace Storyprint.Text.Differences;

/// <summary>What a reader should look at first in an alteration: hints found by simple rules, whose absence proves nothing.</summary>
[Flags]
public enum AlterationMarks
{
    /// <summary>Nothing was noticed.</summary>
    None = 0,

    /// <summary>A number differs, in digits or in words, or the sign, percent or currency mark beside one.</summary>
    Number = 1,

    /// <summary>A negating word was added or removed, or a word became its opposite by an affix.</summary>
    Negation = 2,

    /// <summary>A capitalised word inside a sentence differs.</summary>
    Name = 4,

    /// <summary>A quotation mark was added or removed.</summary>
    Quotation = 8,

    /// <summary>A number beside a month or weekday differs, or that word beside a number, or a weekday.</summary>
    Date = 16,
}
