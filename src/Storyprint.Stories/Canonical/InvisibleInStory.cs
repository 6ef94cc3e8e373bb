using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>Looks for invisible characters that do not belong there in every field of a story, and takes them out of one that came from elsewhere.</summary>
public static class InvisibleInStory
{
    private const int Shown = 20;

    /// <summary>Each with its place, in reading order.</summary>
    public static IEnumerable<InvisibleCharacter> Find(StoryContent content) => StoryFields.Of(content).SelectMany(field => Find(field.Place, field.Text));

    /// <summary>Those of one field.</summary>
    public static IEnumerable<InvisibleCharacter> Find(FieldPlace place, string text) => InvisibleCharacters.In(text).Select(found => new InvisibleCharacter(
        InvisibleCharacters.Name(text, found.Index), place.ToString(), text[Math.Max(0, found.Index - Shown)..found.Index]));

    /// <summary>The content without them.</summary>
    public static StoryContent Repair(StoryContent content) => StoryFields.Map(content, (_, text) => Repair(text));

    /// <summary>A text without them.</summary>
    public static string Repair(string text) => Repair(RichText.From(text)).Plain;

    // Pairs may stand in runs of their own, so a field is read as a whole.
    private static RichText Repair(RichText text)
    {
        var found = InvisibleCharacters.In(text.Plain);
        if (found.Count == 0)
        {
            return text;
        }

        var gone = found.SelectMany(place => Enumerable.Range(place.Index, place.Length)).ToHashSet();
        var runs = new List<TextRun>();
        var at = 0;
        foreach (var run in text.Runs)
        {
            var kept = new StringBuilder();
            foreach (var character in run.Text)
            {
                _ = gone.Contains(at++) ? kept : kept.Append(character);
            }

            runs.Add(run with { Text = kept.ToString() });
        }

        var repaired = new RichText(runs);

        // What stood beside it may have been let in for its sake.
        return Repair(repaired);
    }
}

/// <param name="CodePoint">As <c>U+202E</c>.</param>
/// <param name="Place">As an editor would name it.</param>
/// <param name="After">The characters before it, so that it can be found.</param>
public sealed record InvisibleCharacter(string CodePoint, string Place, string After);
