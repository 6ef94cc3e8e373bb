using System.Text.Json;
using System.Text.Json.Serialization;
using Storyprint.Provenance.Checkpoints;
using Storyprint.Verification.Pages;

namespace Storyprint.Verification;

/// <summary>The report for programs. Members are added, never renamed.</summary>
internal sealed record ReportDocument
{
    public required string Site { get; init; }

    public required DateTimeOffset CheckedAt { get; init; }

    /// <summary><c>good</c>, <c>damaged</c> or <c>unchecked</c>.</summary>
    public required string Result { get; init; }

    public required int ExitCode { get; init; }

    public string? Origin { get; init; }

    public string? Key { get; init; }

    /// <summary><c>given</c>, <c>kept</c> or <c>site</c>.</summary>
    public string? KeySource { get; init; }

    public CheckpointRow? Checkpoint { get; init; }

    public CheckpointRow? Before { get; init; }

    public required IReadOnlyList<WitnessRow> Witnesses { get; init; }

    public required CountsRow Counts { get; init; }

    public required IReadOnlyList<FindingRow> Findings { get; init; }

    /// <summary>How many findings there are of each kind, also those that are not listed.</summary>
    public required IReadOnlyDictionary<string, long> FindingCounts { get; init; }

    /// <summary>The hashes of pictures whose original is not published, up to a thousand.</summary>
    public required IReadOnlyList<string> PicturesUnchecked { get; init; }

    /// <summary>What the interface says in words of the publication's own, which nobody sealed.</summary>
    public required IReadOnlyList<string> OwnWords { get; init; }

    internal sealed record CheckpointRow(long Size, string Root, string Note);

    internal sealed record WitnessRow(string Name, DateTimeOffset At);

    internal sealed record CountsRow(long Entries, long Tiles, long Stories, long Revisions, long KeyEntries, long UnknownEntries, long Texts, long Erased, long Receipts, long Pages,
        long PrintPages, long Lists, long FeedItems, long Corrections, long Pictures, long PicturesUnchecked, long Histories, long Comparisons, long Scans, long StandingPages);

    internal sealed record FindingRow(string Kind, string Severity, string About, string Sentence, string Meaning, string Advice, IReadOnlyList<string> Evidence);

    public static string Write(SiteReport report) => JsonSerializer.Serialize(Create(report, report.Readers?.Counts ?? new ReaderCounts()), ReportJson.Default.ReportDocument);

    private static ReportDocument Create(SiteReport report, ReaderCounts readers) => new()
    {
        Site = report.Site,
        CheckedAt = report.CheckedAt,
        Result = report.ExitCode switch { VerifyExitCode.Good => "good", VerifyExitCode.Damage => "damaged", _ => "unchecked" },
        ExitCode = report.ExitCode,
        Origin = report.Trust?.Origin,
        Key = report.Trust?.Log.ToString(),
        KeySource = report.Trust?.Source.ToString().ToLowerInvariant(),
        Checkpoint = report.Audit?.Checkpoint is { } checkpoint ? Row(checkpoint) : null,
        Before = report.Trust?.Known is { } known ? new CheckpointRow(known.Size, known.Root, known.Checkpoint) : null,
        Witnesses = [.. report.Witnesses.Select(witness => new WitnessRow(witness.Name, witness.At))],
        Counts = new CountsRow(
            report.Audit?.Entries ?? 0, report.Audit?.Tiles ?? 0, report.Log?.Stories.Count ?? 0, report.Log?.Revisions ?? 0, report.Log?.Keys.Count ?? 0,
            report.Log?.UnknownEntries ?? 0, report.Revisions?.Texts ?? 0, report.Revisions?.Erased ?? 0, report.Receipts?.Good ?? 0, report.Pages?.Good ?? 0,
            readers.Prints, readers.Lists, readers.FeedItems, readers.Corrections, readers.Pictures, readers.PicturesUnchecked,
            readers.Histories, readers.Comparisons, readers.Scans, readers.StandingPages),
        PicturesUnchecked = report.Readers?.Pictures.UncheckedHashes ?? [],
        OwnWords = report.Readers?.Words?.OwnWords ?? [],
        Findings = [.. report.Findings.All.Select(finding => new FindingRow(
            finding.Kind.Word, finding.Kind.Severity.ToString().ToLowerInvariant(), finding.About, finding.Sentence, finding.Kind.Meaning, finding.Kind.Advice, finding.Evidence))],
        FindingCounts = report.Findings.Counts.ToDictionary(count => count.Kind.Word, count => count.Count),
    };

    private static CheckpointRow Row(SignedCheckpoint checkpoint) =>
        new(checkpoint.Body.Size, checkpoint.Body.Root.ToString(), System.Text.Encoding.UTF8.GetString(checkpoint.ToBytes()));
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, NewLine = "\n")]
[JsonSerializable(typeof(ReportDocument))]
internal sealed partial class ReportJson : JsonSerializerContext;
