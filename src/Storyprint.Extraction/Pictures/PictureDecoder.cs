using SkiaSharp;

namespace Storyprint.Extraction.Pictures;

/// <summary>Decodes a picture to shades of grey, upright. How large it becomes is read from its head before anything is decoded.</summary>
internal static class PictureDecoder
{
    /// <summary>Longer sides tell no more of letters and marks on a page.</summary>
    public const int MaxSide = 3_200;

    public static (GrayPicture? Picture, ExtractionRefusal? Refusal) Read(byte[] bytes)
    {
        using var codec = SKCodec.Create(new MemoryStream(bytes, writable: false));
        if (codec is null || codec.Info.Width < 1 || codec.Info.Height < 1)
        {
            return (null, ExtractionRefusal.Damaged);
        }

        if ((long)codec.Info.Width * codec.Info.Height > ExtractionLimits.MaxPixels)
        {
            return (null, ExtractionRefusal.TooManyPixels);
        }

        // JPEG can be decoded smaller than it is.
        var size = codec.GetScaledDimensions(Math.Min(1f, MaxSide / (float)Math.Max(codec.Info.Width, codec.Info.Height)));
        var info = new SKImageInfo(size.Width, size.Height, SKColorType.Bgra8888, SKAlphaType.Unpremul);
        using var bitmap = new SKBitmap(info);
        var result = codec.GetPixels(info, bitmap.GetPixels());
        if (result is not (SKCodecResult.Success or SKCodecResult.IncompleteInput or SKCodecResult.ErrorInInput))
        {
            return (null, ExtractionRefusal.Damaged);
        }

        var picture = Upright(Gray(bitmap), codec.EncodedOrigin);
        return (picture.LongSide > MaxSide ? picture.WithLongSide(MaxSide) : picture, null);
    }

    // Luma of ITU-R BT.601; what is transparent lies on paper.
    private static GrayPicture Gray(SKBitmap bitmap)
    {
        var colours = bitmap.GetPixelSpan();
        var dots = new byte[bitmap.Width * bitmap.Height];
        for (var dot = 0; dot < dots.Length; dot++)
        {
            var (blue, green, red, alpha) = (colours[4 * dot], colours[(4 * dot) + 1], colours[(4 * dot) + 2], colours[(4 * dot) + 3]);
            dots[dot] = (byte)(255 - ((255 - (((77 * red) + (150 * green) + (29 * blue)) >> 8)) * alpha / 255));
        }

        return new GrayPicture(dots, bitmap.Width, bitmap.Height);
    }

    // How the camera was held (Exif 2.32, 4.6.5, Orientation).
    private static GrayPicture Upright(GrayPicture picture, SKEncodedOrigin origin)
    {
        if (origin is SKEncodedOrigin.TopLeft or SKEncodedOrigin.Default)
        {
            return picture;
        }

        var (width, height) = (picture.Width, picture.Height);
        var isTurned = origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        var upright = new GrayPicture(new byte[width * height], isTurned ? height : width, isTurned ? width : height);
        for (var y = 0; y < upright.Height; y++)
        {
            for (var x = 0; x < upright.Width; x++)
            {
                var (left, top) = origin switch
                {
                    SKEncodedOrigin.TopRight => (width - 1 - x, y),
                    SKEncodedOrigin.BottomRight => (width - 1 - x, height - 1 - y),
                    SKEncodedOrigin.BottomLeft => (x, height - 1 - y),
                    SKEncodedOrigin.LeftTop => (y, x),
                    SKEncodedOrigin.RightTop => (y, height - 1 - x),
                    SKEncodedOrigin.RightBottom => (width - 1 - y, height - 1 - x),
                    _ => (width - 1 - y, x),
                };
                upright.Dots[(y * upright.Width) + x] = picture.Dots[(top * width) + left];
            }
        }

        return upright;
    }
}
