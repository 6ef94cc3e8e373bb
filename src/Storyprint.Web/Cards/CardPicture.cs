using SkiaSharp;
using Storyprint.Print.Marks;

namespace Storyprint.Web.Cards;

/// <summary>Draws a card: 1200 × 630 pixels, the size networks show links at. Not for several threads at once.</summary>
internal sealed class CardPicture(CardFonts fonts)
{
    public const int Width = 1200;
    public const int Height = 630;

    private const float Margin = 64;
    private const float MarkSide = 168;
    private const float Gap = 44;
    private const float HeadlineEnd = 486;

    /// <summary>The card's pixels, a number of <see cref="CardColours.Palette"/> each.</summary>
    public byte[] Draw(CardText card)
    {
        using var bitmap = new SKBitmap(new SKImageInfo(Width, Height, SKColorType.Rgba8888, SKAlphaType.Opaque));
        using var canvas = new SKCanvas(bitmap);
        canvas.Clear(CardColours.Paper);
        DrawHead(canvas, card);
        DrawHeadline(canvas, card);
        DrawFoot(canvas, card);
        DrawMark(canvas, card);
        canvas.Flush();

        return CardColours.Indexes(bitmap.GetPixelSpan());
    }

    private void DrawHead(SKCanvas canvas, CardText card)
    {
        Write(canvas, card, card.Publication, 86, 36, CardColours.Ink, Width - (2 * Margin));
        using var paint = new SKPaint { Color = CardColours.Ink };
        canvas.DrawRect(Margin, 112, Width - (2 * Margin), 4, paint);
        canvas.DrawRect(Margin, 120, Width - (2 * Margin), 1.5f, paint);
        Write(canvas, card, card.Kicker, 172, 28, CardColours.Accent, Width - (2 * Margin));
    }

    private void DrawHeadline(SKCanvas canvas, CardText card)
    {
        var top = card.Kicker.Length > 0 ? 192f : 148f;

        // Joined scripts reach further above and below the line.
        var leading = card.IsRightToLeft ? 1.4f : 1.12f;
        var place = new HeadlineFit.Place(Width - (2 * Margin) - MarkSide - Gap, HeadlineEnd - top, leading, 88, 34, 5);
        var fit = HeadlineFit.Of(fonts.Writable(card.Headline), place, text => Shape(card, text).Width);
        var y = top + (fit.Size * (card.IsRightToLeft ? 1.08f : 0.94f));
        foreach (var line in fit.Lines)
        {
            Write(canvas, card, line, y, fit.Size, CardColours.Ink, Width - (2 * Margin));
            y += fit.Size * leading;
        }
    }

    private void DrawFoot(SKCanvas canvas, CardText card)
    {
        var y = Height - Margin - ((card.Foot.Count - 1) * 36);
        foreach (var line in card.Foot)
        {
            Write(canvas, card, line, y, 24, CardColours.Soft, Width - (2 * Margin) - MarkSide - Gap);
            y += 36;
        }
    }

    private static void DrawMark(SKCanvas canvas, CardText card)
    {
        // Whole pixels a module, or scanners see grey edges; the quiet zone is the paper around it.
        var modules = card.Mark.Size - (2 * QrSymbol.QuietZone);
        var module = Math.Max(1, (int)(MarkSide / modules));
        var side = module * modules;
        var left = card.IsRightToLeft ? Margin : Width - Margin - side;
        using var path = SKPath.ParseSvgPathData(card.Mark.Path());
        using var paint = new SKPaint { Color = CardColours.Ink, IsAntialias = false };
        canvas.Save();
        canvas.Translate(left - (module * QrSymbol.QuietZone), Height - Margin + 6 - side - (module * QrSymbol.QuietZone));
        canvas.Scale(module);
        canvas.DrawPath(path, paint);
        canvas.Restore();
    }

    // One line at the side where its language begins; smaller where it would be too long.
    private void Write(SKCanvas canvas, CardText card, string text, float y, float size, SKColor color, float room)
    {
        var line = Shape(card, fonts.Writable(text));
        if (line.Width <= 0)
        {
            return;
        }

        var fitting = Math.Min(size, room / line.Width);
        var x = card.IsRightToLeft ? Width - Margin - (line.Width * fitting) : Margin;
        using var paint = new SKPaint { Color = color, IsAntialias = true };
        line.Draw(canvas, x, y, fitting, paint);
    }

    private ShapedLine Shape(CardText card, string text) => ShapedLine.Of(text, card.IsRightToLeft, card.Language, fonts);
}
