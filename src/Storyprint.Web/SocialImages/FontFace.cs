using System.Runtime.InteropServices;
using System.Text;
using HarfBuzzSharp;
using SkiaSharp;
using Font = HarfBuzzSharp.Font;

namespace Storyprint.Web.SocialImages;

/// <summary>A font file: HarfBuzz shapes with it, Skia draws with it.</summary>
internal sealed class FontFace : IDisposable
{
    private readonly Face face;

    public FontFace(byte[] bytes)
    {
        using var data = SKData.CreateCopy(bytes);
        Typeface = SKTypeface.FromData(data);
        using var blob = Copy(bytes);
        face = new Face(blob, 0);
        Shaper = new Font(face);
        Shaper.SetFunctionsOpenType();
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
    }

    /// <summary>A font of the machine; its file is mapped, not read.</summary>
    public FontFace(MachineFont font)
    {
        Typeface = SKTypeface.FromFile(font.Path, font.Index);
        using var blob = Blob.FromFile(font.Path);
        face = new Face(blob, font.Index);
        Shaper = new Font(face);
        Shaper.SetFunctionsOpenType();
        Shaper.SetScale(UnitsPerEm, UnitsPerEm);
    }

    public int UnitsPerEm => Typeface.UnitsPerEm;

    public SKTypeface Typeface { get; }

    public Font Shaper { get; }

    public bool Has(Rune rune) => Shaper.TryGetGlyph((uint)rune.Value, out _);

    // Not Blob.FromStream: it passes HarfBuzz memory that the garbage collector may move, and the process crashes some images later.
    private static Blob Copy(byte[] bytes)
    {
        var pinned = GCHandle.Alloc(bytes, GCHandleType.Pinned);
        try
        {
            return new Blob(pinned.AddrOfPinnedObject(), bytes.Length, MemoryMode.Duplicate);
        }
        finally
        {
            pinned.Free();
        }
    }

    public void Dispose()
    {
        Shaper.Dispose();
        face.Dispose();
        Typeface.Dispose();
    }
}
