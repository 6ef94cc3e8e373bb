using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Text.Differences;

namespace Storyprint.Newsroom.Releases;

/// <summary>
/// Compares two revisions by the lines of their canonical texts: what is sealed is what is compared. Both are read by the newest version, whichever each was
/// sealed in, so that a comparison across versions tells only what changed.
/// </summary>
public static class RevisionComparison
{
    /// <summary>Everything that differs, in reading order; the tags of the paragraphs are those of canonical text.</summary>
    public static TextComparison Compare(StoryContent before, StoryContent after) =>
        TextComparison.Of(Paragraphs(before), Paragraphs(after), after.Language);

    // What stands beside the words of the page: what the gate found of it is told in the history.
    private static bool IsBesideTheText(string tag) => tag is "lang" or "section" or "topic" or "said" or "says" or "found-by";

    private static List<ComparedParagraph> Paragraphs(StoryContent content) =>
    [
        .. CanonicalText.Lines(RevisionText.New(content)).Where(line => !IsBesideTheText(line.Tag)).Select(line => new ComparedParagraph(line.Tag, CanonicalMarkup.Shown(line.Line))),
    ];
}
