using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Imports;

/// <summary>The outcome of every item of an archive.</summary>
public sealed record ImportReport
{
    public required IReadOnlyList<ImportLine> Items { get; init; }

    /// <summary>Whether the run only tried, without writing.</summary>
    public required bool IsDryRun { get; init; }

    /// <summary>The number of items with each outcome.</summary>
    [JsonInclude]
    public IReadOnlyDictionary<ImportOutcome, int> Totals => Items.GroupBy(item => item.Outcome).ToDictionary(group => group.Key, group => group.Count());

    /// <summary>How many old addresses lead to stories.</summary>
    [JsonInclude]
    public int OldAddresses => Items.Sum(item => item.OldAddresses);

    /// <summary>How many comments are kept beside the stories.</summary>
    [JsonInclude]
    public int Comments => Items.Where(item => item.Outcome is not (ImportOutcome.LeftAlone or ImportOutcome.NotToldApart)).Sum(item => item.Comments);

    /// <summary>Old addresses that cannot lead to their stories.</summary>
    [JsonInclude]
    public IReadOnlyList<string> LostAddresses => [.. Items.SelectMany(item => item.LostAddresses)];

    /// <summary>Sections that stories brought along and that the settings do not name, a sentence each.</summary>
    [JsonInclude]
    public IReadOnlyList<string> NewSections { get; init; } = [];

    /// <summary>Whether items did not come in that should have.</summary>
    [JsonIgnore]
    public bool HasRefusals => Items.Any(item => item.Outcome is ImportOutcome.Refused or ImportOutcome.NotToldApart);

    public string ToJson() => JsonSerializer.Serialize(this, Context.ImportReport);

    private static readonly ImportReportContext Context = new(new JsonSerializerOptions
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = true,
    });
}

/// <summary>The outcome of one item.</summary>
public sealed record ImportLine
{
    public required ImportOutcome Outcome { get; init; }

    public required string Source { get; init; }

    /// <summary>Line of the archive file, from 1; 0 where lines have no meaning.</summary>
    public int Line { get; init; }

    public required string Label { get; init; }

    /// <summary>Its story code in this publication.</summary>
    public string? Code { get; init; }

    /// <summary>How many old addresses lead to it.</summary>
    public int OldAddresses { get; init; }

    /// <summary>How many of its comments are kept beside it.</summary>
    public int Comments { get; init; }

    /// <summary>Its section, where the settings do not name it.</summary>
    [JsonIgnore]
    public SectionName? NewSection { get; init; }

    /// <summary>Old addresses that cannot lead to it; the notes say why.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> LostAddresses { get; init; } = [];

    /// <summary>What was lost, or why it was refused or skipped, a sentence each.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

[JsonConverter(typeof(JsonStringEnumConverter<ImportOutcome>))]
public enum ImportOutcome
{
    Imported,
    ImportedWithWarnings,

    /// <summary>It existed and its archive changed: a new revision was made.</summary>
    Revised,

    /// <summary>It is published and its archive changed what it says: the published text stands.</summary>
    Held,
    Unchanged,

    /// <summary>The newsroom has worked on it since, and that work was kept.</summary>
    LeftAlone,

    /// <summary>Not a story; skipped on purpose.</summary>
    LeftOut,

    /// <summary>It may be a story that came in before, or another: whoever imports is asked.</summary>
    NotToldApart,
    Refused,
}

[JsonSerializable(typeof(ImportReport))]
internal sealed partial class ImportReportContext : JsonSerializerContext;
