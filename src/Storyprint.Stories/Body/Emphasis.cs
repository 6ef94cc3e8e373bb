namespace Storyprint.Stories.Body;

/// <summary>The emphasis of a run of text. Of these, canonical text contains superscripts and subscripts.</summary>
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
