namespace Storyprint.Text.Differences;

/// <summary>The class of a difference.</summary>
public enum DifferenceClass
{
    /// <summary>No difference.</summary>
    None,

    /// <summary>Only typography differs: letter variants, diacritics, shapes of quotes and dashes, spaces, joiners.</summary>
    Typography,

    /// <summary>A letter, digit or punctuation mark differs; so does letter case in scripts that have it.</summary>
    Alteration,
}
