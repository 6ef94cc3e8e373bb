namespace Storyprint.Stories.Body;

/// <summary>How a run of words is set apart from those around it. Of it, the canonical text holds superscripts and subscripts.</summary>
[Flags]
public enum Emphasis
{
    None = 0,
    Italic = 1,
    Strong = 2,
    Code = 4,
    Superscript = 8,
    Subscript = 16,
}
