namespace Storyprint.Stories.Releases.Gate;

/// <summary>What sort of thing changed.</summary>
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

    /// <summary>Where a link leads.</summary>
    Link = 8,

    /// <summary>Other words, or another place for them.</summary>
    Words = 9,

    /// <summary>The section the story stands in.</summary>
    Section = 10,

    Topic = 11,

    /// <summary>What a crop of the same picture keeps in view.</summary>
    Crop = 12,

    /// <summary>A mended spelling or a doubled word: shown to readers, and free.</summary>
    Spelling = 13,

    /// <summary>The same word in another dress: shown to readers, and free.</summary>
    Typography = 14,
}
