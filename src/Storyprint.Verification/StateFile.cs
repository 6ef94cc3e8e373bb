using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Files;

namespace Storyprint.Verification;

/// <summary>What is remembered of a log between two checks.</summary>
internal sealed record KnownLog
{
    /// <summary>Where it was read.</summary>
    public required string Address { get; init; }

    /// <summary>The log keys that are believed: the one that signed, and those that the log announced while it was believed.</summary>
    public required IReadOnlyList<string> Keys { get; init; }

    /// <summary>Entries at the last check.</summary>
    public required long Size { get; init; }

    /// <summary>The root then, base64.</summary>
    public required string Root { get; init; }

    /// <summary>The whole signed checkpoint.</summary>
    public required string Checkpoint { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }
}

/// <summary>A small file with one record a log. Only a check that found the log itself good changes it.</summary>
internal sealed class StateFile(string path)
{
    private const int MaxLength = 16 << 20;

    public string Path { get; } = path;

    /// <summary>Where the file is when nobody says: <c>$XDG_STATE_HOME/storyprint/verify.json</c>.</summary>
    public static string DefaultPath()
    {
        var home = Environment.GetEnvironmentVariable("XDG_STATE_HOME") is { Length: > 0 } named && System.IO.Path.IsPathRooted(named)
            ? named
            : System.IO.Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".local", "state");
        return System.IO.Path.Combine(home, "storyprint", "verify.json");
    }

    /// <summary>The logs known so far, by origin; or why the file cannot be used.</summary>
    public (IReadOnlyDictionary<string, KnownLog> Logs, string? Problem) Read()
    {
        try
        {
            if (!File.Exists(Path))
            {
                return (new Dictionary<string, KnownLog>(), null);
            }

            var document = new FileInfo(Path).Length > MaxLength ? null : JsonSerializer.Deserialize(File.ReadAllBytes(Path), StateJson.Default.StateDocument);
            return document is null ? (new Dictionary<string, KnownLog>(), $"{Path} is no state file.") : (document.Logs, null);
        }
        catch (Exception problem) when (problem is JsonException or IOException or UnauthorizedAccessException)
        {
            return (new Dictionary<string, KnownLog>(), $"{Path} cannot be read: {problem.Message}");
        }
    }

    /// <summary>Remembers a log. Read again first: another check may have written meanwhile.</summary>
    /// <returns>Why it could not be written, or null.</returns>
    public string? Write(string origin, KnownLog log)
    {
        var (logs, problem) = Read();
        if (problem is not null)
        {
            return problem;
        }

        try
        {
            var document = new StateDocument(new Dictionary<string, KnownLog>(logs) { [origin] = log });
            AtomicFile.Write(Path, file => JsonSerializer.Serialize(file, document, StateJson.Default.StateDocument));
            return null;
        }
        catch (Exception unwritten) when (unwritten is IOException or UnauthorizedAccessException)
        {
            return $"{Path} cannot be written: {unwritten.Message}";
        }
    }
}

internal sealed record StateDocument(IReadOnlyDictionary<string, KnownLog> Logs);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n", RespectNullableAnnotations = true, RespectRequiredConstructorParameters = true)]
[JsonSerializable(typeof(StateDocument))]
internal sealed partial class StateJson : JsonSerializerContext;
