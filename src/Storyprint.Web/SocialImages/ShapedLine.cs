using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Buffer = HarfBuzzSharp.Buffer;

namespace Storyprint.Web.SocialImages;

/// <summary>A shaped line of text: glyphs from left to right, in fractions of the font size.</summary>
internal sealed class ShapedLine
{
    private readonly List<Piece> pieces = [];

    private ShapedLine(float width) => Width = width;

    /// <summary>In ems.</summary>
    public float Width { get; private set; }

    /// <param name="text">A text that is <see cref="SocialImageFonts.Writable"/>.</param>
    /// <param name="language">BCP 47 tag: some letters of a script differ between languages.</param>
    public static ShapedLine Create(string text, bool isRightToLeft, string language, SocialImageFonts fonts)
    {
        var line = new ShapedLine(0);
        foreach (var run in Visual(Logical(text, isRightToLeft, fonts)))
        {
            line.Shape(text, run, language);
        }

        return line;
    }

    /// <param name="x">The left end of the line.</param>
    /// <param name="y">The baseline.</param>
    public void Draw(SKCanvas canvas, float x, float y, float size, SKPaint paint)
    {
        foreach (var (face, glyphs, points) in pieces)
        {
            using var font = new SKFont(face.Typeface, size) { Edging = SKFontEdging.Antialias, Hinting = SKFontHinting.None, Subpixel = true };
            using var builder = new SKTextBlobBuilder();
            builder.AddPositionedRun(glyphs, font, [.. points.Select(point => new SKPoint(x + (point.X * size), y - (point.Y * size)))]);
            using var blob = builder.Build();
            if (blob is not null)
            {
                canvas.DrawText(blob, 0, 0, paint);
            }
        }
    }

    private static List<Run> Logical(string text, bool isRightToLeft, SocialImageFonts fonts)
    {
        var levels = BidiAlgorithm.Resolve(text, isRightToLeft);
        var (faces, scripts) = (fonts.Choose(text), Scripts(text));
        var runs = new List<Run>();
        for (var index = 0; index < text.Length; index++)
        {
            if (runs.Count > 0 && runs[^1].Level == levels[index] && runs[^1].Face == faces[index] && runs[^1].Script == scripts[index])
            {
                runs[^1] = runs[^1] with { Length = runs[^1].Length + 1 };
            }
            else
            {
                runs.Add(new Run(index, 1, levels[index], faces[index]!, scripts[index]));
            }
        }

        return runs;
    }

    // A font may have several scripts, and each is shaped by its own rules; signs without one go with the letters before them, or after them at the beginning.
    private static Script[] Scripts(string text)
    {
        var scripts = new Script[text.Length];
        Script? before = null;
        for (var index = 0; index < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);
            var script = UnicodeFunctions.Default.GetScript((uint)rune.Value);
            var isOwn = script != Script.Common && script != Script.Inherited && script != Script.Unknown;
            if (isOwn && before is null)
            {
                scripts.AsSpan(0, index).Fill(script);
            }

            before = isOwn ? script : before;
            scripts.AsSpan(index, length).Fill(before ?? Script.Common);
            index += length;
        }

        return scripts;
    }

    // Rule L2: from the highest level down, every sequence at that level or above is reversed.
    private static List<Run> Visual(List<Run> runs)
    {
        for (var level = 2; level >= 1; level--)
        {
            for (var index = 0; index < runs.Count; index++)
            {
                var end = index;
                while (end < runs.Count && runs[end].Level >= level)
                {
                    end++;
                }

                runs.Reverse(index, end - index);
                index = Math.Max(index, end - 1);
            }
        }

        return runs;
    }

    private void Shape(string text, Run run, string language)
    {
        var face = run.Face;
        using var buffer = new Buffer();
        buffer.AddUtf16(text.AsSpan(run.Start, run.Length));
        buffer.Direction = run.Level % 2 == 1 ? Direction.RightToLeft : Direction.LeftToRight;
        buffer.Language = new Language(language);
        buffer.Script = run.Script;
        face.Shaper.Shape(buffer, [new Feature(new Tag('l', 'n', 'u', 'm'), 1)]);
        var (infos, positions) = (buffer.GlyphInfos, buffer.GlyphPositions);
        var glyphs = new ushort[infos.Length];
        var points = new SKPoint[infos.Length];
        float unit = face.UnitsPerEm;
        for (var index = 0; index < infos.Length; index++)
        {
            glyphs[index] = (ushort)infos[index].Codepoint;
            points[index] = new SKPoint(Width + (positions[index].XOffset / unit), positions[index].YOffset / unit);
            Width += positions[index].XAdvance / unit;
        }

        pieces.Add(new Piece(face, glyphs, points));
    }

    private sealed record Run(int Start, int Length, int Level, FontFace Face, Script Script);

    private sealed record Piece(FontFace Face, ushort[] Glyphs, SKPoint[] Points);
}
