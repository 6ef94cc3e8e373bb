namespace Storyprint.Web.Site;

/// <summary>The size of a story in a list.</summary>
public enum CardSize
{
    Lead,
    Large,
    Medium,
    Small,
    Line,
}
