namespace Storyprint.Storage.Pictures;

/// <summary>A part of a picture, in pixels of the upright original from its top left.</summary>
public readonly record struct PictureArea(int X, int Y, int Width, int Height)
{
    /// <summary>The shortest side of a crop: anything smaller is no picture on any page.</summary>
    public const int MinSide = 100;

    public bool IsLargeEnough => Width >= MinSide && Height >= MinSide;

    /// <summary>Whether all of it lies within a picture of this size. Sums are taken as long numbers, which none of these overflows.</summary>
    public bool IsWithin(int width, int height) => X >= 0 && Y >= 0 && Width > 0 && Height > 0 && (long)X + Width <= width && (long)Y + Height <= height;

    public bool IsAllOf(int width, int height) => this == new PictureArea(0, 0, width, height);
}
