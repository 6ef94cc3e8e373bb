using System.Text.RegularExpressions;

namespace Storyprint.Extraction.Pictures;

/// <summary>Recognises words by Tesseract, where the machine has it.</summary>
internal static partial class Tesseract
{
    // A script's languages, those first whose letters hold the others' as well.
    private static readonly Dictionary<string, string[]> Languages = new()
    {
        ["Latin"] = ["eng", "deu", "fra", "spa", "por", "ita", "nld", "tur", "pol"],
        ["Arabic"] = ["fas", "ara", "urd"],
        ["Cyrillic"] = ["rus", "ukr", "bul"],
        ["Greek"] = ["ell"],
        ["Hebrew"] = ["heb"],
        ["Devanagari"] = ["hin", "nep", "mar"],
        ["Bengali"] = ["ben"],
        ["Thai"] = ["tha"],
        ["Han"] = ["chi_sim", "chi_tra"],
        ["Japanese"] = ["jpn"],
        ["Hangul"] = ["kor"],
        ["Korean"] = ["kor"],
    };

    /// <summary>The languages that are installed; empty without Tesseract.</summary>
    public static async Task<IReadOnlyList<string>> InstalledAsync(CancellationToken cancellation) =>
        [.. (await MachineTool.RunAsync("tesseract", ["--list-langs"], default, cancellation) ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Skip(1)];

    /// <summary>The script of a page and by how many degrees it must be turned with the clock to stand upright; nulls where it cannot be told.</summary>
    public static async Task<(string? Script, int Turn)> OrientationAsync(GrayPicture page, CancellationToken cancellation)
    {
        var said = await MachineTool.RunAsync("tesseract", ["stdin", "stdout", "-l", "osd", "--psm", "0"], PortableGraymap.Of(page), cancellation) ?? "";
        return (Script().Match(said) is { Success: true } script ? script.Groups[1].Value : null,
            Turn().Match(said) is { Success: true } turn && Sure().Match(said) is { Success: true } ? int.Parse(turn.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) : 0);
    }

    public static Task<string?> ReadAsync(GrayPicture page, string languages, CancellationToken cancellation) =>
        MachineTool.RunAsync("tesseract", ["stdin", "stdout", "-l", languages, "--psm", "3", "--dpi", "200"], PortableGraymap.Of(page), cancellation);

    /// <summary>What Tesseract is asked to read a script with; null where nothing for it is installed.</summary>
    /// <param name="script">As Tesseract names it; null where it is not known.</param>
    public static string? LanguagesOf(string? script, IReadOnlyList<string> installed)
    {
        string[] wanted = script is not null && Languages.TryGetValue(script, out var known) ? [.. known.Where(installed.Contains).Take(script == "Latin" ? 2 : 1)]
            : script is null ? [.. ((string[])["eng", "fas", "ara"]).Where(installed.Contains).Take(2)] : [];
        return wanted.Length > 0 ? string.Join('+', wanted) : null;
    }

    [GeneratedRegex(@"^Script: (\w+)", RegexOptions.Multiline)]
    private static partial Regex Script();

    [GeneratedRegex(@"^Rotate: (\d+)", RegexOptions.Multiline)]
    private static partial Regex Turn();

    // Below that it turns pages that stand upright.
    [GeneratedRegex(@"^Orientation confidence: (?:[2-9]|\d\d)", RegexOptions.Multiline)]
    private static partial Regex Sure();
}
