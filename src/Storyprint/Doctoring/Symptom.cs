using System.Text.Json;
using System.Text.Json.Serialization;

namespace Storyprint.Doctoring;

/// <summary>How much a finding matters; the order is that of the exit codes.</summary>
internal enum Health
{
    Ok,
    Warning,
    Problem,
}

/// <summary>What the doctor found on one point.</summary>
/// <param name="Point">What was looked at, in a word or two.</param>
/// <param name="Sentence">What was found.</param>
/// <param name="Advice">What to do about it; null where all is well.</param>
internal sealed record Symptom(Health Health, string Point, string Sentence, string? Advice = null)
{
    public static Symptom Ok(string point, string sentence) => new(Health.Ok, point, sentence);

    public static Symptom Warning(string point, string sentence, string advice) => new(Health.Warning, point, sentence, advice);

    public static Symptom Problem(string point, string sentence, string advice) => new(Health.Problem, point, sentence, advice);

    public static string ToJson(IReadOnlyList<Symptom> symptoms) => JsonSerializer.Serialize(symptoms, SymptomJson.Default.IReadOnlyListSymptom);
}

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, WriteIndented = true, UseStringEnumConverter = true)]
[JsonSerializable(typeof(IReadOnlyList<Symptom>))]
internal sealed partial class SymptomJson : JsonSerializerContext;
