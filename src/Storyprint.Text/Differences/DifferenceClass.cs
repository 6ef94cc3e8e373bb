namespace Storyprint.Text.Differences;

/// <summary>How much a difference weighs.</summary>
public enum DifferenceClass
{
    /// <summary>No difference.</summary>
    None,

    /// <summary>The same words and marks in another dress: letter variants, diacritics, shapes of quotes and dashes, spaces, joiners.</summary>
    Typography,

    /// <summary>A letter, digit or punctuation mark differs; so does letter case in scripts that have it.</summary>
    Alteration,
}
