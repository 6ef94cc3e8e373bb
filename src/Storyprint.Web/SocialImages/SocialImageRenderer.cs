using SkiaSharp;
using Storyprint.Print.Marks;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.SocialImages;

/// <summary>Draws social images: 1200 × 630 pixels, the size at which networks show links. Not thread-safe.</summary>
internal sealed class SocialImageRenderer : IDisposable
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 64;
    private const float MarkSide = 168;
    private const float Gap = 44;
    private const float HeadlineEnd = 486;

    private readonly SocialImageFonts fonts;

    // The mask of one ink: its strength at each pixel. Reused for every image, since a new one would cost as much as the drawing.
    private readonly SKBitmap plate = new(new SKImageInfo(Width, Height, SKColorType.Alpha8, SKAlphaType.Premul));
    private readonly SKCanvas canvas;
    private readonly byte[] pixels = new byte[Width * Height];

    public SocialImageRenderer(PageAssets assets, MachineFonts machine)
    {
        fonts = new SocialImageFonts(assets, machine);
        canvas = new SKCanvas(plate);
    }

    /// <summary>The image's pixels as indexes into <see cref="SocialImagePalette.Palette"/>, valid until the next drawing.</summary>
    public byte[] Draw(SocialImageText card)
    {
        // Paper is number 0.
        Array.Clear(pixels);
        Print(SocialImagePalette.Accent, ink => Write(card, card.Kicker, 172, 28, ink, Width - (2 * Margin)));
        Print(SocialImagePalette.Soft, ink => DrawFoot(card, ink));
        Print(SocialImagePalette.Ink, ink =>
        {
            DrawHead(card, ink);
            DrawHeadline(card, ink);
        });
        PrintMark(card);
        return pixels;
    }

    public void Dispose()
    {
        canvas.Dispose();
        plate.Dispose();
        fonts.Dispose();
    }

    private void Print(SocialImageInk ink, Action<SKPaint> draw)
    {
        canvas.Clear(SKColors.Transparent);
        using var paint = new SKPaint { Color = ink.Colour, IsAntialias = true };
        draw(paint);
        canvas.Flush();
        ink.Print(plate.GetPixelSpan(), pixels);
    }

    private void DrawHead(SocialImageText card, SKPaint ink)
    {
        Write(card, card.Publication, 86, 36, ink, Width - (2 * Margin));
        ink.IsAntialias = false;
        canvas.DrawRect(Margin, 112, Width - (2 * Margin), 4, ink);
        canvas.DrawRect(Margin, 120, Width - (2 * Margin), 1.5f, ink);
        ink.IsAntialias = true;
    }

    private void DrawHeadline(SocialImageText card, SKPaint ink)
    {
        var top = card.Kicker.Length > 0 ? 192f : 148f;

        // Arabic scripts extend further above and below the line.
        var leading = card.IsRightToLeft ? 1.4f : 1.12f;
        var place = new HeadlineLayout.Place(Width - (2 * Margin) - MarkSide - Gap, HeadlineEnd - top, leading, 88, 34, 5);
        if (fonts.Writable(card.Headline) is not { } headline)
        {
            return;
        }

        var fit = HeadlineLayout.Create(headline, place, text => Shape(card, text).Width);
        var y = top + (fit.Size * (card.IsRightToLeft ? 1.08f : 0.94f));
        foreach (var line in fit.Lines)
        {
            Write(card, line, y, fit.Size, ink, Width - (2 * Margin));
            y += fit.Size * leading;
        }
    }

    private void DrawFoot(SocialImageText card, SKPaint ink)
    {
        var y = Height - Margin - ((card.Foot.Count - 1) * 36);
        foreach (var line in card.Foot)
        {
            Write(card, line, y, 24, ink, Width - (2 * Margin) - MarkSide - Gap);
            y += 36;
        }
    }

    private void PrintMark(SocialImageText card)
    {
        // A whole number of pixels per module, or scanners see grey edges; the paper around it is the quiet zone.
        var modules = card.Mark.Size - (2 * QrSymbol.QuietZone);
        var module = Math.Max(1, (int)MarkSide / modules);
        var left = (int)Margin + (card.IsRightToLeft ? 0 : Width - (2 * (int)Margin) - (module * modules));
        var top = Height - (int)Margin + 6 - (module * modules);
        var full = SocialImagePalette.Ink.Numbers[byte.MaxValue];
        for (var y = 0; y < module * modules; y++)
        {
            var line = pixels.AsSpan(((top + y) * Width) + left);
            for (var column = 0; column < modules; column++)
            {
                if (card.Mark.IsDark(column + QrSymbol.QuietZone, (y / module) + QrSymbol.QuietZone))
                {
                    line.Slice(column * module, module).Fill(full);
                }
            }
        }
    }

    // One line, aligned to the start of its language; smaller where it would be too long.
    private void Write(SocialImageText card, string text, float y, float size, SKPaint ink, float room)
    {
        if (fonts.Writable(text) is not { } writable || Shape(card, writable) is not { Width: > 0 } line)
        {
            return;
        }

        var fitting = Math.Min(size, room / line.Width);
        var x = card.IsRightToLeft ? Width - Margin - (line.Width * fitting) : Margin;
        line.Draw(canvas, x, y, fitting, ink);
    }

    private ShapedLine Shape(SocialImageText card, string text) => ShapedLine.Create(text, card.IsRightToLeft, card.Language, fonts);
}
