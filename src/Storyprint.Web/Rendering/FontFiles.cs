using System.Globalization;
using System.Text;

namespace Storyprint.Web.Rendering;

/// <summary>What words are set in, as site.css says for each direction.</summary>
public enum FontCut
{
    Text,
    Standfirst,
    Headline,

    /// <summary>The name of the paper, and the headline of a story's own page.</summary>
    Display,
}

/// <summary>The font files that hold the letters of given words: what a page asks for together with its style sheet.</summary>
/// <remarks>A browser asks for the same files once it has set the words, which is a journey later: any other file would be asked for in vain.</remarks>
public sealed class FontFiles
{
    private readonly Dictionary<(Setting, FontCut), FontFace[]> stacks = [];

    /// <param name="faces">Of two faces of a family that hold the same letter the first has it.</param>
    internal FontFiles(IReadOnlyList<FontFace> faces)
    {
        foreach (var (setting, cut, weight, style, families) in Cuts)
        {
            stacks[(setting, cut)] = [.. families.SelectMany(family => Nearest([.. faces.Where(face => face.Family == family)], weight, style))];
        }
    }

    /// <summary>Addresses in the order of the words, each once.</summary>
    /// <param name="language">That of the page.</param>
    /// <param name="direction"><c>ltr</c> or <c>rtl</c>: that of the page.</param>
    public IReadOnlyList<string> Of(string language, string direction, IEnumerable<(FontCut Cut, string Words)> opening)
    {
        var setting = direction == "rtl" ? Setting.RightToLeft : language.Split('-')[0] == "en" ? Setting.English : Setting.LeftToRight;
        var found = new List<string>();
        foreach (var (cut, words) in opening)
        {
            foreach (var letter in words.EnumerateRunes())
            {
                // What is not drawn needs no font.
                if (Rune.GetUnicodeCategory(letter) is not (UnicodeCategory.Format or UnicodeCategory.Control)
                    && Array.Find(stacks[(setting, cut)], face => face.Holds(letter.Value)) is { } holder && !found.Contains(holder.File))
                {
                    found.Add(holder.File);
                }
            }
        }

        return found;
    }

    private enum Setting
    {
        LeftToRight,
        English,
        RightToLeft,
    }

    private static readonly string[] Latin = ["SP Serif", "SP Naskh"];
    private static readonly string[] English = ["SP Serif Basic", .. Latin];
    private static readonly string[] Arabic = ["SP Naskh", "SP Serif Basic", "SP Serif"];
    private static readonly string[] ArabicHead = ["SP Head", .. Arabic];

    // As site.css says: weight and style of each, and the families in which a letter is looked for.
    private static readonly (Setting, FontCut, int Weight, string Style, string[] Families)[] Cuts =
    [
        (Setting.LeftToRight, FontCut.Text, 400, "normal", Latin),
        (Setting.LeftToRight, FontCut.Standfirst, 400, "italic", Latin),
        (Setting.LeftToRight, FontCut.Headline, 700, "normal", Latin),
        (Setting.LeftToRight, FontCut.Display, 700, "normal", Latin),
        (Setting.English, FontCut.Text, 400, "normal", English),
        (Setting.English, FontCut.Standfirst, 400, "italic", English),
        (Setting.English, FontCut.Headline, 700, "normal", English),
        (Setting.English, FontCut.Display, 700, "normal", English),
        (Setting.RightToLeft, FontCut.Text, 400, "normal", Arabic),
        (Setting.RightToLeft, FontCut.Standfirst, 500, "normal", Arabic),
        (Setting.RightToLeft, FontCut.Headline, 700, "normal", ArabicHead),
        (Setting.RightToLeft, FontCut.Display, 800, "normal", ArabicHead),
    ];

    // CSS Fonts 4, 5.2, for what is asked for here: the style where the family has it, then the weight; 500 is nearer to 400 than to 600.
    private static IEnumerable<FontFace> Nearest(FontFace[] family, int weight, string style)
    {
        FontFace[] styled = family.Any(face => face.Style == style) ? [.. family.Where(face => face.Style == style)] : family;
        var nearest = styled.Select(face => face.Weight).Distinct().MinBy(each => (Math.Abs(each - weight), each));
        return styled.Where(face => face.Weight == nearest);
    }
}

/// <summary>One file of a family, as the style sheet declares it.</summary>
/// <param name="File">Its name in the bundle; its address where it has been looked up.</param>
/// <param name="Ranges">First and last code point of each of its ranges, one pair after the other.</param>
internal sealed record FontFace(string File, string Family, int Weight, string Style, int[] Ranges)
{
    public bool Holds(int codePoint)
    {
        for (var at = 0; at < Ranges.Length; at += 2)
        {
            if (codePoint >= Ranges[at] && codePoint <= Ranges[at + 1])
            {
                return true;
            }
        }

        return false;
    }
}
