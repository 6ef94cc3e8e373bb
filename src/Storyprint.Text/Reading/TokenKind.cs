namespace Storyprint.Text.Reading;

/// <summary>What a token is.</summary>
public enum TokenKind
{
    Word,
    Mark,
    Space,
}
