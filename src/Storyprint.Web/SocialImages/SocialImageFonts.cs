using System.Globalization;
using System.Text;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.SocialImages;

/// <summary>The fonts of social images, and which of them has which character. They are embedded in the program: servers have none.</summary>
internal sealed class SocialImageFonts(PageAssets assets) : IDisposable
{
    private readonly IReadOnlyList<FontFace> faces =
    [
        .. ((string[])["card-serif-bold", "card-serif-bold-ext", "card-serif-bold-cyrillic", "card-serif-bold-greek", "card-arabic-bold"])
            .Select(name => new FontFace(assets.Read($"{name}.ttf"))),
    ];

    /// <summary>The text without layout controls and characters that no font has.</summary>
    public string Writable(string text)
    {
        var kept = new StringBuilder(text.Length);
        foreach (var rune in text.Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (Rune.IsWhiteSpace(rune))
            {
                kept.Append(' ');
            }
            else if (Clings(rune) || faces.Any(face => face.Has(rune)))
            {
                kept.Append(rune);
            }
        }

        return string.Join(' ', kept.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>A font for each UTF-16 unit of the text.</summary>
    public FontFace[] Choose(string text)
    {
        var chosen = new FontFace[text.Length];
        FontFace? before = null;
        for (var index = 0; index < text.Length;)
        {
            Rune.DecodeFromUtf16(text.AsSpan(index), out var rune, out var length);

            // Marks and punctuation use the font of the letters before them, or words would be split and not join.
            var stays = before is not null && (Clings(rune) || (!Rune.IsLetterOrDigit(rune) && before.Has(rune)));
            before = stays ? before! : faces.FirstOrDefault(face => face.Has(rune)) ?? before ?? faces[0];
            chosen.AsSpan(index, length).Fill(before);
            index += length;
        }

        return chosen;
    }

    public void Dispose()
    {
        foreach (var face in faces)
        {
            face.Dispose();
        }
    }

    private static bool Clings(Rune rune) => rune.Value is 0x200C or 0x200D
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark or UnicodeCategory.SpacingCombiningMark;
}
