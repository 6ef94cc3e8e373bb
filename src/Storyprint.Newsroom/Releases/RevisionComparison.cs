using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Text.Differences;

namespace Storyprint.Newsroom.Releases;

/// <summary>
/// Compares two revisions by the lines of their canonical texts, since these are what is sealed. Both are written in the newest version, whichever each was
/// sealed in, so that a comparison across versions shows only real changes.
/// </summary>
public static class RevisionComparison
{
    /// <summary>All differences in reading order; the tags of the paragraphs are those of canonical text.</summary>
    public static TextComparison Compare(StoryContent before, StoryContent after) =>
        TextComparison.Of(Paragraphs(before), Paragraphs(after), after.Language);

    // Lines without words on the page: the history shows what the gate found there.
    private static bool IsBesideTheText(string tag) => tag
        is "lang" or "section" or "label" or "topic" or "said" or "says" or "found-by" or "made" or "picture-made" or "media-made" or "poster";

    private static List<ComparedParagraph> Paragraphs(StoryContent content) =>
    [
        .. CanonicalText.Lines(RevisionText.New(content)).Where(line => !IsBesideTheText(line.Tag)).Select(line => new ComparedParagraph(line.Tag, CanonicalMarkup.Shown(line.Line))),
    ];
}
