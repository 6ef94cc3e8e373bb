using SkiaSharp;

namespace Storyprint.Web.SocialImages;

/// <summary>A face in a font file of the machine.</summary>
internal sealed record MachineFont(string Path, int Index);

/// <summary>The fonts that are installed on the machine, for scripts that the program's own do not have. Nothing is looked at before such a script is to be drawn.</summary>
/// <param name="folders">Where fonts lie; folders that are missing are passed over.</param>
internal sealed class MachineFonts(IReadOnlyList<string> folders)
{
    // A machine of a designer has some thousands; more would take seconds to look through.
    private const int MaxFonts = 4000;

    // Faces of a collection (.ttc), such as those of the East Asian languages.
    private const int MaxFaces = 8;

    // Coloured pictures instead of outlines cannot be printed in one ink.
    private static readonly uint[] Outlines = [Tag("glyf"), Tag("CFF "), Tag("CFF2")];
    private static readonly uint[] Pictures = [Tag("CBDT"), Tag("sbix"), Tag("COLR")];

    private readonly Lazy<IReadOnlyList<string>> files = new(() => Find(folders));

    /// <summary>The usual places of Linux, macOS and Windows.</summary>
    public static MachineFonts Default { get; } = new(
    [
        "/usr/share/fonts", "/usr/local/share/fonts", "/Library/Fonts", "/System/Library/Fonts",
        Environment.GetFolderPath(Environment.SpecialFolder.Fonts),
        System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "fonts"),
    ]);

    /// <summary>The first font that has all of these letters, a bold one before others; null where none has.</summary>
    public MachineFont? With(IReadOnlyList<int> letters)
    {
        foreach (var file in files.Value)
        {
            for (var index = 0; index < (IsCollection(file) ? MaxFaces : 1); index++)
            {
                using var typeface = SKTypeface.FromFile(file, index);
                if (typeface is null)
                {
                    break;
                }

                using var font = new SKFont(typeface);
                if (letters.All(font.ContainsGlyph) && typeface.TryGetTableTags(out var tables) && tables.Intersect(Outlines).Any() && !tables.Intersect(Pictures).Any())
                {
                    return new MachineFont(file, index);
                }
            }
        }

        return null;
    }

    private static List<string> Find(IReadOnlyList<string> folders)
    {
        var options = new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true, MaxRecursionDepth = 8 };
        return [.. folders.Where(folder => folder.Length > 0 && Directory.Exists(folder)).Distinct()
            .SelectMany(folder => Directory.EnumerateFiles(folder, "*", options))
            .Where(file => System.IO.Path.GetExtension(file).ToLowerInvariant() is ".ttf" or ".otf" or ".ttc" or ".otc")
            .Take(MaxFonts)
            .OrderByDescending(file => Rank(System.IO.Path.GetFileNameWithoutExtension(file))).ThenBy(file => file, StringComparer.Ordinal)];
    }

    // As near as can be to the bold serif of the program.
    private static int Rank(string name) =>
        (Says(name, "bold") && !Says(name, "semibold") ? 4 : 0) + (Says(name, "serif") ? 2 : 0) - (Says(name, "italic") || Says(name, "oblique") ? 8 : 0) - (Says(name, "mono") || Says(name, "condensed") ? 1 : 0);

    private static bool Says(string name, string word) => name.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static bool IsCollection(string file) => System.IO.Path.GetExtension(file).ToLowerInvariant() is ".ttc" or ".otc";

    private static uint Tag(string name) => ((uint)name[0] << 24) | ((uint)name[1] << 16) | ((uint)name[2] << 8) | name[3];
}
