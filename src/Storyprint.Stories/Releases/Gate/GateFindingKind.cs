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

    /// <summary>Another picture or embed, not merely another crop.</summary>
    Picture = 7,

    /// <summary>Where a link leads.</summary>
    Link = 8,

    /// <summary>Other words, beyond what a spelling mistake explains.</summary>
    Words = 9,
}
