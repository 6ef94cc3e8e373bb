namespace Storyprint.Stories.Editions.Settings;

/// <summary>What the looks of a publication must be like: everybody can read what is set in the accent colour.</summary>
public static class LooksRules
{
    /// <summary>The background of light pages.</summary>
    public const string LightPaper = "#fffdf9";

    /// <summary>The background of dark pages.</summary>
    public const string DarkPaper = "#16161a";

    // WCAG 2.2, 1.4.3: contrast of small text.
    private const double Least = 4.5;

    private static readonly SettingKey Key = SettingKey.Of("looks");

    internal static IEnumerable<SettingProblem> Problems(PublicationLooks looks)
    {
        foreach (var (colour, paper, text) in ((string, string, ProblemText)[])[(looks.Accent, LightPaper, ProblemText.ContrastOnLight), (looks.AccentInDark, DarkPaper, ProblemText.ContrastOnDark)])
        {
            if (colour.Length > 0 && ContrastProblem(colour, paper, text) is { } problem)
            {
                yield return problem;
            }
        }

        if (looks.Accent.Length > 0 != looks.AccentInDark.Length > 0)
        {
            yield return new SettingProblem(Key, ProblemText.AccentShades);
        }

        foreach (var (picture, text) in ((string, ProblemText)[])[(looks.Logo, ProblemText.Logo), (looks.Icon, ProblemText.Icon)])
        {
            if (picture.Length > 0 && !InlinePicture.TryParse(picture, out _))
            {
                yield return new SettingProblem(Key, text, InlinePicture.MaxLength / 1024L);
            }
        }
    }

    /// <summary>The contrast of two colours (WCAG 2.2), from 1 to 21; null where one is no colour.</summary>
    public static double? Contrast(string one, string other) => (Luminance(one), Luminance(other)) is ({ } left, { } right)
        ? (Math.Max(left, right) + 0.05) / (Math.Min(left, right) + 0.05)
        : null;

    private static SettingProblem? ContrastProblem(string colour, string paper, ProblemText text) => Contrast(colour, paper) switch
    {
        null => new SettingProblem(Key, ProblemText.Colour, colour),
        < Least and var contrast => new SettingProblem(Key, text, colour, FormattableString.Invariant($"{contrast:0.0}"), FormattableString.Invariant($"{Least}")),
        _ => null,
    };

    private static double? Luminance(string colour)
    {
        if (colour is not ['#', ..] || colour.Length != 7 || !colour.AsSpan(1).ToString().All(char.IsAsciiHexDigit))
        {
            return null;
        }

        var parts = Convert.FromHexString(colour[1..]).Select(part => part / 255.0).Select(part => part <= 0.04045 ? part / 12.92 : Math.Pow((part + 0.055) / 1.055, 2.4)).ToArray();
        return (0.2126 * parts[0]) + (0.7152 * parts[1]) + (0.0722 * parts[2]);
    }
}
