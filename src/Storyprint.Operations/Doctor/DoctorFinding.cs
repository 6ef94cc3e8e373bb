using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Operations.Doctor;

/// <summary>The severity of a finding, in the order of the exit codes.</summary>
public enum DoctorSeverity
{
    Ok,
    Warning,
    Problem,
}

/// <summary>A finding of the doctor.</summary>
/// <param name="Point">What was checked, in a word or two.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Advice">What to do about it; null where all is well.</param>
public sealed record DoctorFinding(DoctorSeverity Severity, string Point, string Sentence, string? Advice = null)
{
    public static DoctorFinding Ok(string point, string sentence) => new(DoctorSeverity.Ok, point, sentence);

    public static DoctorFinding Warning(string point, string sentence, string advice) => new(DoctorSeverity.Warning, point, sentence, advice);

    public static DoctorFinding Problem(string point, string sentence, string advice) => new(DoctorSeverity.Problem, point, sentence, advice);

    public static string ToJson(IReadOnlyList<DoctorFinding> findings) => JsonSerializer.Serialize(findings, DoctorFindingJson.Default.IReadOnlyListDoctorFinding);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<DoctorFinding>))]
internal sealed partial class DoctorFindingJson : JsonSerializerContext;
