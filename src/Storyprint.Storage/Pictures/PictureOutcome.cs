namespace Storyprint.Storage.Pictures;

/// <summary>The outcome of adding a picture.</summary>
public abstract record PictureOutcome
{
    private PictureOutcome() { }

    /// <param name="Hash">SHA-256 of the bytes, lower-case hex.</param>
    /// <param name="Width">Pixels of the upright picture.</param>
    public sealed record Kept(string Hash, int Width, int Height) : PictureOutcome;

    /// <param name="Reason">Why it was refused, for the person who offered it.</param>
    public sealed record Refused(string Reason) : PictureOutcome;
}
