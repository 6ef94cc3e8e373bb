using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Storyprint.Files;

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

    private static UnixFileMode? Mode(string path) => OperatingSystem.IsWindows() ? null : File.GetUnixFileMode(path) & OwnerOnlyFiles.Mode;
}
