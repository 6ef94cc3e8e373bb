using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Writes a text without emphasis and links, so that 10⁶ does not become 106.</summary>
internal static class PlainWords
{
    private const string Signs = "0123456789+-−=()n";
    private const string Raised = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿ";
    private const string Lowered = "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₙ";

    public static string Of(RichText text) => string.Concat(text.Runs.Select(Of));

    public static string Of(TextRun run) => (run.Emphasis & (Emphasis.Superscript | Emphasis.Subscript)) switch
    {
        Emphasis.Superscript => Of(run.Text, Raised, '^'),
        Emphasis.Subscript => Of(run.Text, Lowered, '_'),
        _ => run.Text,
    };

    // "1st" and "Mme" are read as they are; a figure without a sign of its own would become part of the one before.
    private static string Of(string text, string signs, char mark) =>
        text.All(character => Signs.Contains(character, StringComparison.Ordinal)) ? string.Concat(text.Select(character => signs[Signs.IndexOf(character, StringComparison.Ordinal)]))
        : text.Any(char.IsDigit) ? mark + text
        : text;
}
