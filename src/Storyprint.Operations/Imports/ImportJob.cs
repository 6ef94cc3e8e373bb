using System.Text.Json.Serialization;
using Storyprint.Newsroom.Imports;

namespace Storyprint.Operations.Imports;

/// <summary>An import that was begun in the newsroom: its files, what was chosen, and how far it has come.</summary>
public sealed record ImportJob
{
    public required string Id { get; init; }

    /// <summary>Who began it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>The edition of items that do not say theirs; null for the main one.</summary>
    public string? Edition { get; init; }

    /// <summary>The archive's name, or null.</summary>
    public string? Archive { get; init; }

    public bool DraftsOnly { get; init; }

    public required IReadOnlyList<UploadedFile> Files { get; init; }

    public ImportState State { get; init; }

    /// <summary>Why it did not go on, as the program says it; or null.</summary>
    public string? Problem { get; init; }

    /// <summary>The number of items with each outcome, of the newest report.</summary>
    public IReadOnlyDictionary<ImportOutcome, int> Totals { get; init; } = new Dictionary<ImportOutcome, int>();

    /// <summary>Sections that the settings do not name, a sentence each.</summary>
    public IReadOnlyList<string> NewSections { get; init; } = [];

    /// <summary>When something was last done with it.</summary>
    public required DateTimeOffset TouchedAt { get; init; }

    /// <summary>Whether the files were deleted meanwhile.</summary>
    public bool AreFilesGone { get; init; }

    [JsonIgnore]
    public long Size => Files.Sum(file => file.Size);

    /// <summary>When its files are deleted.</summary>
    [JsonIgnore]
    public DateTimeOffset FilesUntil => TouchedAt + ImportJobs.FilesKept;

    [JsonIgnore]
    public bool HasReport => State is ImportState.Checked or ImportState.Done || Totals.Count > 0;
}

/// <summary>A file that is brought for an import.</summary>
/// <param name="Modified">When it was last changed, as the browser says, in milliseconds; tells two files of one name apart.</param>
public sealed record UploadedFile(string Name, long Size, long Modified);

/// <summary>How far an import has come.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ImportState>))]
public enum ImportState
{
    /// <summary>Files are still coming.</summary>
    Uploading,

    /// <summary>It is being read, to say what would happen.</summary>
    Checking,

    /// <summary>The report says what would happen; nothing was changed.</summary>
    Checked,

    Importing,

    Done,

    /// <summary>Somebody stopped it; what was written stands.</summary>
    Stopped,

    /// <summary>It could not go on.</summary>
    Failed,
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ImportJob))]
[JsonSerializable(typeof(ImportLine))]
internal sealed partial class ImportJobJson : JsonSerializerContext;
