namespace Storyprint.Stories.Releases.Gate;

/// <summary>The kind of a change.</summary>
public enum GateFindingKind
{
    Headline = 1,
    Name = 2,
    Number = 3,
    Date = 4,
    Quotation = 5,
    Negation = 6,

    /// <summary>Another picture or embed.</summary>
    Picture = 7,

    /// <summary>The target of a link.</summary>
    Link = 8,

    /// <summary>Other words, or another position of them.</summary>
    Words = 9,

    /// <summary>The story's section.</summary>
    Section = 10,

    Topic = 11,

    /// <summary>The focal point of the same picture.</summary>
    Crop = 12,

    /// <summary>A corrected spelling or a removed double word: shown to readers, without a note.</summary>
    Spelling = 13,

    /// <summary>Typography only: shown to readers, without a note.</summary>
    Typography = 14,

    /// <summary>What kind of text the story is said to be.</summary>
    Label = 15,

    /// <summary>How a picture, a film or the text is said to have been made.</summary>
    Made = 16,
}
