namespace Storyprint.Print.Marks;

/// <summary>The share of a symbol that may be damaged: about 7, 15, 25 and 30 per cent.</summary>
public enum QrErrorCorrection
{
    L,
    M,
    Q,
    H,
}
