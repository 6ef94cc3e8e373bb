using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Storyprint.Formats.Html;

namespace Storyprint.Formats.Wxr;

/// <summary>Puts footnotes at the foot of a story: those that the block editor keeps in a custom field, and those that plug-ins write as shortcodes.</summary>
internal static partial class WxrFootnotes
{
    private const int MaxNotes = 2000;

    /// <param name="field">The custom field "footnotes": a list of notes as JSON, or empty.</param>
    public static string Place(string content, string field, ImportWarnings warnings)
    {
        var notes = Notes(field, warnings);
        var list = notes.Count == 0 ? string.Empty : $"\n\n<ol>{string.Concat(notes.Select(note => $"<li>{note}</li>"))}</ol>\n\n";
        if (Block().IsMatch(content))
        {
            content = Block().Replace(content, list, 1);
        }
        else
        {
            content += list;
        }

        if (notes.Count == 0 && content.Contains("data-fn=", StringComparison.Ordinal))
        {
            warnings.Add("It has marks of footnotes, and the file does not hold the notes.");
        }

        return Shortcodes(content);
    }

    // [ref]…[/ref] and its like stand where the mark is.
    private static string Shortcodes(string content)
    {
        if (!content.Contains('[', StringComparison.Ordinal))
        {
            return content;
        }

        var notes = new StringBuilder();
        var count = 0;
        content = Shortcode().Replace(content, match =>
        {
            if (++count > MaxNotes)
            {
                return match.Value;
            }

            notes.Append("<li>").Append(match.Groups[2].Value.Trim()).Append("</li>");
            return $"<sup>{count}</sup>";
        });
        return notes.Length == 0 ? content : $"{content}\n\n<ol>{notes}</ol>\n\n";
    }

    private static List<string> Notes(string field, ImportWarnings warnings)
    {
        if (field.Trim().Length == 0)
        {
            return [];
        }

        try
        {
            using var json = JsonDocument.Parse(field);
            List<string> all = json.RootElement.ValueKind != JsonValueKind.Array ? [string.Empty]
                : [.. json.RootElement.EnumerateArray().Select(note => note.ValueKind == JsonValueKind.Object ? GutenbergAttributes.Text(note, "content") : string.Empty)];
            if (all.Count > MaxNotes || all.Contains(string.Empty))
            {
                warnings.Add("Some of its footnotes cannot be read and were left out.");
            }

            return [.. all.Where(note => note.Length > 0).Take(MaxNotes)];
        }
        catch (JsonException)
        {
            warnings.Add($"Its footnotes cannot be read and were left out: {ImportWarnings.Long(field)}");
            return [];
        }
    }

    [GeneratedRegex(@"<!-- wp:(?:core/)?footnotes\b[^>]*-->")]
    private static partial Regex Block();

    [GeneratedRegex(@"\[(ref|fn|footnote|footnotes|efn_note|mfn|sidenote)\]((?:(?!\[\1\]).)*?)\[/\1\]", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Shortcode();
}
