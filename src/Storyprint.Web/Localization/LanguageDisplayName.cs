using System.Globalization;

namespace Storyprint.Web.Localization;

/// <summary>The name of a language in that language, without its country.</summary>
public static class LanguageDisplayName
{
    public static string For(string language) => CultureInfo.GetCultureInfo(language).NativeName.Split('(')[0].Trim();

    /// <summary>Whether the names of two languages are written in one script.</summary>
    public static bool SharesScript(string one, string other) => Script(For(one)) == Script(For(other));

    // By the Unicode blocks of the scripts that fonts are cut by; of all others the block itself is taken for one.
    private static int Script(string name) => name.FirstOrDefault(char.IsLetter) switch
    {
        < '\u0370' => 0,
        < '\u0400' => 1,
        < '\u0530' => 2,
        >= '\u0600' and < '\u0900' => 3,
        var letter => letter,
    };
}
