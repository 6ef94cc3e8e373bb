using System.Collections.Frozen;
using System.Text.Json;

namespace Storyprint.Web.Rendering;

/// <summary>The bundled style sheets, fonts and scripts, named by their content hash, so that browsers may cache them for ever.</summary>
public sealed class PageAssets
{
    private const string Prefix = "assets/";

    private readonly FrozenDictionary<string, string> files;
    private readonly FrozenSet<string> names;

    public PageAssets()
    {
        using var manifest = Open("manifest.json");
        files = JsonSerializer.Deserialize(manifest, AssetManifest.Default.DictionaryStringString)!.ToFrozenDictionary();
        names = files.Values.ToFrozenSet();
        using var faces = Open("fonts.json");
        Fonts = new FontFiles([.. JsonSerializer.Deserialize(faces, AssetManifest.Default.FontFaceArray)!.Select(face => face with { File = Path(face.File) })]);
    }

    public FontFiles Fonts { get; }

    /// <summary>All file names, for a static export.</summary>
    public IEnumerable<string> Files => names;

    /// <summary>Whether the bundle has a file of that name.</summary>
    public bool Has(string file) => names.Contains(file);

    /// <summary>The address of an asset on the publication's host.</summary>
    /// <exception cref="KeyNotFoundException">The bundle has no such asset.</exception>
    public string Path(string name) => $"/assets/{files[name]}";

    /// <summary>The bytes of an asset by its plain name.</summary>
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

        return Read(Open(file));
    }

    /// <summary>A file of the bundle as it was compressed when the program was built, or null where that would have saved nothing.</summary>
    /// <param name="file">A name that <see cref="ReadFile"/> finds.</param>
    /// <param name="encoding">As Content-Encoding names it: <c>br</c> or <c>gzip</c>.</param>
    public byte[]? ReadCompressed(string file, string encoding) =>
        typeof(PageAssets).Assembly.GetManifestResourceStream($"{Prefix}{file}.{encoding}") is { } stream ? Read(stream) : null;

    private static byte[] Read(Stream stream)
    {
        using (stream)
        {
            var bytes = new byte[stream.Length];
            stream.ReadExactly(bytes);
            return bytes;
        }
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
[System.Text.Json.Serialization.JsonSerializable(typeof(FontFace[]))]
[System.Text.Json.Serialization.JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
internal sealed partial class AssetManifest : System.Text.Json.Serialization.JsonSerializerContext;
