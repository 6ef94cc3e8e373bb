namespace Storyprint.Text.Harmless;

/// <summary>What a harmless change is. The list is closed: a change that none of these explains may change the meaning.</summary>
public enum HarmlessRule
{
    /// <summary>The same words and marks in another dress: white space, quotation marks, apostrophes, ellipsis, dashes, letter variants, non-joiners, digit grouping.</summary>
    Typography,

    /// <summary>A word that stood twice stands once.</summary>
    DoubledWord,

    /// <summary>A word that is in no dictionary became the one that was meant.</summary>
    Spelling,

    /// <summary>A full stop at the end of a paragraph.</summary>
    ClosingStop,

    /// <summary>A capital or small letter at the head of a paragraph.</summary>
    CapitalAtHead,
}
