using System.Collections.Frozen;
using System.Text.Json;

namespace Storyprint.Web.Rendering;

/// <summary>The bundled style sheets, fonts and scripts, named by their content hash, so that browsers may cache them for ever.</summary>
public sealed class PageAssets
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, string> files;
    private readonly FrozenSet<string> names;
    private readonly string[] leftToRight;
    private readonly string[] rightToLeft;

    public PageAssets()
    {
        using var manifest = Open("manifest.json");
        files = JsonSerializer.Deserialize(manifest, AssetManifest.Default.DictionaryStringString)!.ToFrozenDictionary();
        names = files.Values.ToFrozenSet();
        leftToRight = [Path("source-serif-4-latin-400-normal.woff2"), Path("source-serif-4-latin-700-normal.woff2")];
        rightToLeft = [Path("noto-naskh-arabic-arabic-400-normal.woff2"), Path("vazirmatn-arabic-800-normal.woff2")];
    }

    /// <summary>All file names, for a static export.</summary>
    public IEnumerable<string> Files => names;

    /// <summary>The path of an asset.</summary>
    /// <exception cref="KeyNotFoundException">The bundle has no such asset.</exception>
    public string Path(string name) => $"/assets/{files[name]}";

    /// <summary>
    /// Paths of the font files that every page of an edition uses, for text and headlines: preloaded together with the style sheet, to reduce layout shifts.
    /// </summary>
    /// <param name="direction"><c>ltr</c> or <c>rtl</c>.</param>
    public IReadOnlyList<string> FontsOf(string direction) => direction == "rtl" ? rightToLeft : leftToRight;

    /// <summary>The bytes of an asset by its name without hash.</summary>
    public byte[] Read(string name) => ReadFile(files[name])!;

    /// <summary>The bytes of an asset by its name without hash, or null where there is none.</summary>
    public byte[]? Find(string name) => files.TryGetValue(name, out var file) ? ReadFile(file) : null;

    /// <summary>The bytes of a file of the bundle, or null where there is none.</summary>
    public byte[]? ReadFile(string file)
    {
        if (!names.Contains(file))
        {
            return null;
        }

        using var stream = Open(file);
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string MediaType(string file) => System.IO.Path.GetExtension(file) switch
    {
        ".css" => "text/css; charset=utf-8",
        ".js" => "text/javascript; charset=utf-8",
        ".svg" => "image/svg+xml",
        ".woff2" => "font/woff2",
        ".txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    };

    private static Stream Open(string file) => typeof(PageAssets).Assembly.GetManifestResourceStream(Prefix + file)
        ?? throw new InvalidOperationException($"The program was built without its asset {file}.");
}

[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, string>))]
[System.Text.Json.Serialization.JsonSerializable(typeof(Dictionary<string, Dictionary<string, string>>))]
internal sealed partial class AssetManifest : System.Text.Json.Serialization.JsonSerializerContext;
