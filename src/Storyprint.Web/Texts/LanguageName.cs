using System.Globalization;

namespace Storyprint.Web.Texts;

/// <summary>The name of a language in that language, as its own readers look for it, without its country.</summary>
public static class LanguageName
{
    public static string Of(string language) => CultureInfo.GetCultureInfo(language).NativeName.Split('(')[0].Trim();
}
