namespace Storyprint.Stories.Drafts.Wire;

/// <summary>How large a draft, or a change of one, may be that comes from a browser.</summary>
public static class DraftLimits
{
    public const int Bytes = 8 * 1024 * 1024;
    public const int Blocks = 20_000;

    /// <summary>Blocks within blocks.</summary>
    public const int Depth = 6;

    /// <summary>UTF-16 units of one text.</summary>
    public const int TextLength = 400_000;

    /// <summary>Runs of one text, and texts or values of one block.</summary>
    public const int Runs = 20_000;
    public const int Options = 50;
    public const int ValueLength = 2_048;
    public const int NameLength = 200;

    /// <summary>Marks that combine with one letter: some thousands make a page unreadable and slow.</summary>
    public const int CombiningMarks = 30;
}
