using Storyprint.Stories.Links;

namespace Storyprint.Web.Rendering;

/// <summary>The numbers that links have on paper.</summary>
/// <param name="Of">The number as it is written in the edition, or null for a link that has none.</param>
/// <param name="IsText">Whether they stand in the text; otherwise they are attributes, which only the style sheet for print shows.</param>
public sealed record LinkNumbers(Func<LinkTarget, string?> Of, bool IsText);
