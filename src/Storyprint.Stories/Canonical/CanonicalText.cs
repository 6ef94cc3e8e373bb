using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// Canonical text: the words of a revision in the order of the page, as sealed and logged. Old text never changes, so no version that was ever sealed
/// may change; a new kind of block gets a new tag.
/// </summary>
public static class CanonicalText
{
    /// <summary>The canonical text, UTF-8 when encoded, LF line ends and a final LF.</summary>
    public static string Create(RevisionText revision)
    {
        var text = new StringBuilder(revision.Version.FirstLine).Append('\n');
        foreach (var (tag, line) in Lines(revision))
        {
            text.Append(tag).Append(": ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines of the canonical text behind the first, each as its tag and its text; empty items have none.</summary>
    public static IEnumerable<(string Tag, string Line)> Lines(RevisionText revision) => Filled(
        revision.Version == TextVersion.V1 ? CanonicalLinesV1.Of(revision.Content) : CanonicalLinesV2.Of(revision.Content, revision.Note));

    /// <summary>The lines that one block gives.</summary>
    public static IEnumerable<(string Tag, string Line)> Lines(TextVersion version, Block block) => Filled(
        version == TextVersion.V1 ? CanonicalLinesV1.Of(block) : CanonicalLinesV2.Of(block));

    /// <summary>
    /// Reads a text back into content whose canonical text is this one, to the letter. What the canonical text does not say is lost: emphasis but superscripts
    /// and subscripts, link targets, levels of headings, what version 1 left out; a pull quote becomes a quotation.
    /// </summary>
    /// <param name="notesAt">The time that every correction note gets.</param>
    /// <returns>False where it is not a canonical text of a version that is known here.</returns>
    public static bool TryRead(string text, DateTimeOffset notesAt, [NotNullWhen(true)] out RevisionText? revision)
    {
        revision = CanonicalReader.Read(text, notesAt);

        // Only what gives back the very text is what was sealed; anything else would be a third version.
        revision = revision is not null && Create(revision) == text ? revision : null;
        return revision is not null;
    }

    /// <summary>SHA-256 of the canonical text, 32 bytes.</summary>
    public static byte[] Digest(RevisionText revision) => SHA256.HashData(Encoding.UTF8.GetBytes(Create(revision)));

    /// <summary>Whether two texts of one version tell the same story: neither the note nor the topics, which only help to find it, make it another.</summary>
    public static bool IsSameStory(RevisionText one, RevisionText other) => Create(StoryOf(one)) == Create(StoryOf(other));

    /// <summary>The first code point of the content that Unicode has not assigned, or null: a release refuses it.</summary>
    public static string? FirstUnassigned(StoryContent content) =>
        StoryFields.Of(content).Select(field => CanonicalLine.FirstUnassigned(field.Text)).FirstOrDefault(found => found is not null);

    private static RevisionText StoryOf(RevisionText text) => text with { Content = text.Content with { Topics = [] }, Note = null };

    private static IEnumerable<(string Tag, string Line)> Filled(IEnumerable<(string Tag, string Line)> items) => items.Where(item => item.Line.Length > 0);
}
