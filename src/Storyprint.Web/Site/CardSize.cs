namespace Storyprint.Web.Site;

/// <summary>How much room a list gives a story.</summary>
public enum CardSize
{
    Lead,
    Large,
    Medium,
    Small,
    Line,
}
