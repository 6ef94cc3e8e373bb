namespace Storyprint.Storage.Pictures;

/// <summary>The outcome of cutting a picture out of another.</summary>
public abstract record CropOutcome
{
    private CropOutcome() { }

    /// <param name="Picture">The new picture; the old one where all of it was asked for.</param>
    public sealed record Cut(PictureOutcome.Kept Picture) : CropOutcome;

    /// <summary>There is no such picture, or it was withdrawn.</summary>
    public sealed record NoPicture : CropOutcome;

    /// <summary>A part of it lies outside of the picture, which has this size.</summary>
    public sealed record Outside(int Width, int Height) : CropOutcome;

    /// <summary>A side is shorter than <see cref="PictureArea.MinSide"/>.</summary>
    public sealed record TooSmall : CropOutcome;

    /// <param name="Reason">Why it was refused, for the person who asked.</param>
    public sealed record Refused(string Reason) : CropOutcome;
}
