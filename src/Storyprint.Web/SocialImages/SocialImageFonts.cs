using System.Globalization;
using System.Text;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.SocialImages;

/// <summary>
/// The fonts of social images, and which of them has which letter: those embedded in the program, then those of the machine. A text with a letter that none of
/// them has is not drawn: nobody may read another text than the one that was written.
/// </summary>
internal sealed class SocialImageFonts : IDisposable
{
    private readonly List<FontFace> faces;
    private readonly MachineFonts machine;

    // Letters that no font of the machine has, so that it is looked through once.
    private readonly HashSet<string> unknown = new(StringComparer.Ordinal);

    public SocialImageFonts(PageAssets assets, MachineFonts machine)
    {
        this.machine = machine;
        faces =
        [
            .. ((string[])["card-serif-bold", "card-serif-bold-ext", "card-serif-bold-vietnamese", "card-serif-bold-cyrillic", "card-serif-bold-greek", "card-arabic-bold"])
                .Select(name => new FontFace(assets.Read($"{name}.ttf"))),
        ];
    }

    /// <summary>The text as it is drawn, on one line; null where a letter of it is in no font.</summary>
    public string? Writable(string text)
    {
        var plain = string.Join(' ', text.Normalize(NormalizationForm.FormC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        return Choose(plain).Contains(null) ? null : plain;
    }

    /// <summary>A font for each UTF-16 unit of the text; null where there is none.</summary>
    public FontFace?[] Choose(string text)
    {
        var chosen = new FontFace?[text.Length];
        FontFace? before = null;
        var elements = StringInfo.GetTextElementEnumerator(text);
        while (elements.MoveNext())
        {
            // A letter with its marks is in one font, or they would not meet.
            var element = elements.GetTextElement();
            var letters = element.EnumerateRunes().Where(IsDrawn).ToList();

            // Punctuation uses the font of the letters before it, or words would be split and not join.
            var stays = before is not null && (letters.Count == 0 || (letters.All(before.Has) && !letters.Any(Rune.IsLetterOrDigit)));
            var face = stays ? before : letters.Count == 0 ? faces[0] : faces.FirstOrDefault(face => letters.All(face.Has)) ?? FromMachine(element, letters);
            chosen.AsSpan(elements.ElementIndex, element.Length).Fill(face);
            before = face ?? before;
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

    private FontFace? FromMachine(string element, List<Rune> letters)
    {
        if (unknown.Contains(element))
        {
            return null;
        }

        if (machine.With([.. letters.Select(letter => letter.Value)]) is not { } font)
        {
            unknown.Add(element);
            return null;
        }

        var face = new FontFace(font);
        if (!letters.All(face.Has))
        {
            face.Dispose();
            unknown.Add(element);
            return null;
        }

        faces.Add(face);
        return face;
    }

    // Joiners, marks of direction and selectors of a letter's look are followed and not drawn.
    private static bool IsDrawn(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.Format or UnicodeCategory.Control) && rune.Value is not ((>= 0xFE00 and <= 0xFE0F) or 0x034F);
}
