using Storyprint.Stories;
using Storyprint.Stories.Canonical;
using Storyprint.Text.Differences;

namespace Storyprint.Newsroom.Releases;

/// <summary>Compares two revisions by the lines of their canonical texts: what is sealed is what is compared.</summary>
public static class RevisionComparison
{
    /// <summary>Everything that differs, in reading order; the tags of the paragraphs are those of canonical text.</summary>
    public static TextComparison Compare(StoryContent before, StoryContent after) =>
        TextComparison.Of(Paragraphs(before), Paragraphs(after), after.Language);

    private static List<ComparedParagraph> Paragraphs(StoryContent content) =>
        [.. CanonicalText.Lines(content).Where(line => line.Tag != "lang").Select(line => new ComparedParagraph(line.Tag, line.Line))];
}
