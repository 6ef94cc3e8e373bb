namespace Storyprint.Extraction.Pictures;

/// <summary>A picture in shades of grey, a byte a dot, row by row from the top.</summary>
internal sealed record GrayPicture(byte[] Dots, int Width, int Height)
{
    public int LongSide => Math.Max(Width, Height);

    /// <summary>The shade at a place between the dots; paper outside the picture.</summary>
    public byte At(double x, double y)
    {
        var (left, top) = ((int)Math.Floor(x), (int)Math.Floor(y));
        if (left < 0 || top < 0 || left >= Width - 1 || top >= Height - 1)
        {
            return byte.MaxValue;
        }

        var (right, low, place) = (x - left, y - top, (top * Width) + left);
        return (byte)(((Dots[place] * (1 - right)) + (Dots[place + 1] * right)) * (1 - low) + (((Dots[place + Width] * (1 - right)) + (Dots[place + Width + 1] * right)) * low));
    }

    /// <summary>The same with its long side so many dots long.</summary>
    public GrayPicture WithLongSide(int side) => side == LongSide ? this : Scaled((double)side / LongSide);

    public GrayPicture Scaled(double factor)
    {
        var (width, height) = (Math.Max(1, (int)(Width * factor)), Math.Max(1, (int)(Height * factor)));
        var dots = new byte[width * height];

        // Each dot of a smaller picture is the mean of all that it covers.
        var reach = Math.Max(1, (int)Math.Round(1 / factor));
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                dots[(y * width) + x] = reach == 1 ? At(Math.Min(x / factor, Width - 1.01), Math.Min(y / factor, Height - 1.01)) : Mean((int)(x / factor), (int)(y / factor), reach);
            }
        }

        return new GrayPicture(dots, width, height);
    }

    /// <summary>Turned against the clock by an angle in radians, about its middle; the corners are paper.</summary>
    public GrayPicture Turned(double angle)
    {
        var (cos, sin) = (Math.Cos(angle), Math.Sin(angle));
        var (width, height) = ((int)Math.Ceiling((Width * Math.Abs(cos)) + (Height * Math.Abs(sin))), (int)Math.Ceiling((Width * Math.Abs(sin)) + (Height * Math.Abs(cos))));
        var dots = new byte[width * height];
        for (var y = 0; y < height; y++)
        {
            for (var x = 0; x < width; x++)
            {
                var (right, down) = (x - (width / 2.0), y - (height / 2.0));
                dots[(y * width) + x] = At((cos * right) - (sin * down) + (Width / 2.0), (sin * right) + (cos * down) + (Height / 2.0));
            }
        }

        return new GrayPicture(dots, width, height);
    }

    private byte Mean(int left, int top, int reach)
    {
        var (sum, count) = (0, 0);
        for (var y = top; y < Math.Min(Height, top + reach); y++)
        {
            for (var x = left; x < Math.Min(Width, left + reach); x++)
            {
                sum += Dots[(y * Width) + x];
                count++;
            }
        }

        return count == 0 ? byte.MaxValue : (byte)(sum / count);
    }
}
