using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Storyprint.Files;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Editions.Settings;

namespace Storyprint.Operations;

/// <summary>Changes <c>publication.json</c>. Comments in it are lost.</summary>
public static class SettingsFile
{
    private static readonly JsonDocumentOptions AsPeopleWriteIt = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static readonly JsonSerializerOptions ForPeople = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Changes settings. The file is replaced atomically, also in a power cut, and afterwards only its owner may read it: a database's address holds a password. What
    /// its owner could not do before, he cannot do afterwards either.
    /// </summary>
    /// <param name="changes">A null removes the setting.</param>
    public static async Task ChangeAsync(string path, IEnumerable<(string Name, string? Value)> changes, CancellationToken cancellation)
    {
        var settings = (JsonObject)JsonNode.Parse(await File.ReadAllTextAsync(path, cancellation), null, AsPeopleWriteIt)!;
        foreach (var (name, value) in changes)
        {
            settings.Remove(name);
            if (value is not null)
            {
                settings[name] = value;
            }
        }

        await AtomicFile.WriteAsync(path, Encoding.UTF8.GetBytes($"{settings.ToJsonString(ForPeople)}\n"), cancellation, Mode(path));
    }

    /// <summary>The settings as a file that fills another installation. Database and media are the machine's, and left out.</summary>
    public static string Export(Publication publication)
    {
        var settings = (JsonObject)JsonSerializer.SerializeToNode(publication, PublicationJson.Default.Publication)!;
        foreach (var name in settings.Select(setting => setting.Key).Where(SettingKey.IsOfMachine).ToList())
        {
            settings.Remove(name);
        }

        return $"{settings.ToJsonString(ForPeople)}\n";
    }

    /// <summary>Writes them to a file.</summary>
    public static Task ExportAsync(string path, Publication publication, CancellationToken cancellation) => AtomicFile.WriteAsync(path, Encoding.UTF8.GetBytes(Export(publication)), cancellation);

    private static UnixFileMode? Mode(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path) & OwnerOnlyFiles.Mode;
}
