namespace Storyprint.Print.Marks;

/// <summary>How much of a symbol may be lost: about 7, 15, 25 and 30 per cent.</summary>
public enum QrErrorCorrection
{
    L,
    M,
    Q,
    H,
}
