namespace Storyprint.Stories.Editions;

/// <summary>The writing direction of languages, for <c>dir</c> attributes.</summary>
public static class Direction
{
    private static readonly HashSet<string> RightToLeft = new(StringComparer.OrdinalIgnoreCase)
    {
        "ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi",
    };

    /// <summary><c>rtl</c> or <c>ltr</c> for a BCP 47 tag; a script subtag decides before the language does.</summary>
    public static string ForLanguage(string language)
    {
        var parts = language.Split('-');
        var script = parts.Skip(1).FirstOrDefault(part => part.Length == 4);
        var rightToLeft = script is null
            ? RightToLeft.Contains(parts[0])
            : script.ToUpperInvariant() is "ARAB" or "HEBR" or "THAA" or "SYRC" or "NKOO" or "ADLM" or "ROHG";
        return rightToLeft ? "rtl" : "ltr";
    }
}
