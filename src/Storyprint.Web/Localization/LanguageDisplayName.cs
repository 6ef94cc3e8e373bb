using System.Globalization;

namespace Storyprint.Web.Localization;

/// <summary>The name of a language in that language, without its country.</summary>
public static class LanguageDisplayName
{
    public static string For(string language) => CultureInfo.GetCultureInfo(language).NativeName.Split('(')[0].Trim();
}
