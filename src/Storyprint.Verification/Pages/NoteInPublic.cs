using System.Globalization;
using AngleSharp.Dom;

namespace Storyprint.Verification.Pages;

/// <summary>A note of a correction or retraction as it is sealed.</summary>
/// <param name="Parts">What was said, what is said now, who found it; a text of the first version holds none.</param>
internal sealed record NoteInPublic(string Text, IReadOnlyList<(string Tag, string Text)> Parts)
{
    /// <summary>The number of a note in <c>#correction-N</c>, 1 for the oldest; null in other addresses.</summary>
    public static int? Ordinal(string address) =>
        address.Split("#correction-") is [_, var number] && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal) ? ordinal : null;

    /// <summary>The note of that number; null where the story has none.</summary>
    public static NoteInPublic? Of(SealedRevision revision, int ordinal)
    {
        var notes = new List<NoteInPublic>();
        foreach (var (tag, text) in revision.Lines.All)
        {
            if (tag == "correction")
            {
                notes.Add(new NoteInPublic(text, []));
            }
            else if (tag is "said" or "says" or "found-by" && notes.Count > 0)
            {
                notes[^1] = notes[^1] with { Parts = [.. notes[^1].Parts, (tag, text)] };
            }
        }

        // Newest first, and notes only ever come on top.
        return ordinal >= 1 && ordinal <= notes.Count ? notes[^ordinal] : null;
    }

    /// <summary>Whether what a page says was said, and is said now, is what was sealed. It is shown where both are there.</summary>
    public bool IsSaidIn(IElement element) => Is(element, ".said del", "said") && Is(element, ".said ins", "says");

    private bool Is(IElement element, string selector, string tag) =>
        PageText.IsSame(PageText.Of(element, selector), PartOf("said").Length > 0 && PartOf("says").Length > 0 ? PartOf(tag) : string.Empty);

    private string PartOf(string tag) => Parts.FirstOrDefault(part => part.Tag == tag).Text ?? string.Empty;
}
