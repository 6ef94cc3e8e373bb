using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>Finds invisible characters that do not belong there in every field of a story, and removes them from imported ones.</summary>
public static class InvisibleInStory
{
    private const int Shown = 20;

    /// <summary>All of them with their places, in reading order.</summary>
    public static IEnumerable<InvisibleCharacter> Find(StoryContent content) => StoryFields.Of(content).SelectMany(field => Find(field.Place, field.Text));

    /// <summary>Those in one field.</summary>
    public static IEnumerable<InvisibleCharacter> Find(FieldPlace place, string text) => InvisibleCharacters.In(text, place.IsName).Select(found => new InvisibleCharacter(
        InvisibleCharacters.Name(text, found.Index), place.ToString(), text[Math.Max(0, found.Index - Shown)..found.Index]));

    /// <summary>The content without them.</summary>
    public static StoryContent Repair(StoryContent content) => StoryFields.Map(content, (place, text) => Repair(text, place.IsName));

    /// <summary>A text without them.</summary>
    public static string Repair(string text) => Repair(RichText.From(text), isName: false).Plain;

    // Pairs may be split over runs, so a field is read as a whole.
    private static RichText Repair(RichText text, bool isName)
    {
        var found = InvisibleCharacters.In(text.Plain, isName);
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

        // Its neighbours may have been allowed only because of it.
        return Repair(repaired, isName);
    }
}

/// <param name="CodePoint">As <c>U+202E</c>.</param>
/// <param name="Place">In an editor's words.</param>
/// <param name="After">The characters before it, to find it by.</param>
public sealed record InvisibleCharacter(string CodePoint, string Place, string After);
