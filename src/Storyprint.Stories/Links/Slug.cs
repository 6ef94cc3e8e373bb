using System.Globalization;
using System.Text;

namespace Storyprint.Stories.Links;

/// <summary>
/// The readable end of an address: lower-case letters and digits of any script with single hyphens between them. Joiners (ZWNJ in Persian) become hyphens,
/// since nobody can type them.
/// </summary>
public readonly record struct Slug
{
    /// <summary>Longer slugs are cut at a hyphen.</summary>
    public const int MaxLength = 80;

    private readonly string? text;

    private Slug(string text) => this.text = text;

    public string Text => text ?? string.Empty;

    /// <summary>Whether nothing readable is left, as of a headline of punctuation.</summary>
    public bool IsEmpty => string.IsNullOrEmpty(text);

    /// <summary>Creates the slug of a headline, a section or a name.</summary>
    public static Slug From(string? words)
    {
        var slug = new StringBuilder();
        var gap = false;
        foreach (var rune in (words ?? string.Empty).Normalize(NormalizationForm.FormC).EnumerateRunes())
        {
            if (IsKept(rune))
            {
                if (gap && slug.Length > 0)
                {
                    slug.Append('-');
                }

                gap = false;
                slug.Append(Rune.ToLowerInvariant(rune));
            }
            else if (rune.Value is not ('\'' or 0x2019 or 0x00AD))
            {
                gap = true;
            }

            if (slug.Length > MaxLength * 2)
            {
                break;
            }
        }

        return new Slug(Cut(slug.ToString()));
    }

    private static bool IsKept(Rune rune) => Rune.IsLetterOrDigit(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    private static string Cut(string slug)
    {
        if (slug.Length <= MaxLength)
        {
            return slug;
        }

        var hyphen = slug.LastIndexOf('-', MaxLength);
        var cut = hyphen > 0 ? hyphen : MaxLength;
        return char.IsHighSurrogate(slug[cut - 1]) ? slug[..(cut - 1)] : slug[..cut];
    }

    public override string ToString() => Text;
}
