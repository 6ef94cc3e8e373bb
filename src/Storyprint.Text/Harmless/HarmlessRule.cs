namespace Storyprint.Text.Harmless;

/// <summary>The rules of harmless changes. The list is closed: a change that none of them explains may change the meaning.</summary>
public enum HarmlessRule
{
    /// <summary>Typography: white space, quotation marks, apostrophes, ellipsis, dashes, letter variants, non-joiners, digit grouping.</summary>
    Typography,

    /// <summary>A doubled word was removed.</summary>
    DoubledWord,

    /// <summary>A misspelt word was corrected, by the dictionary.</summary>
    Spelling,

    /// <summary>A full stop was added or removed at the end of a paragraph.</summary>
    FinalStop,

    /// <summary>A capital was added or removed at the beginning of a paragraph.</summary>
    InitialCapital,
}
