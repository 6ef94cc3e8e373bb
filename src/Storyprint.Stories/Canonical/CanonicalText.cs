using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Storyprint.Stories.Body;

namespace Storyprint.Stories.Canonical;

/// <summary>
/// Canonical text: the words of a revision in the order of the page, as sealed and logged. Sealed versions never change; a new kind of block gets a new tag.
/// </summary>
public static class CanonicalText
{
    /// <summary>The canonical text, to be encoded as UTF-8, with LF line ends and a final LF.</summary>
    public static string Create(RevisionText revision)
    {
        var text = new StringBuilder(revision.Version.FirstLine).Append('\n');
        foreach (var (tag, line) in Lines(revision))
        {
            text.Append(tag).Append(": ").Append(line).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>The lines of the canonical text after the first, as tag and text; empty items have none.</summary>
    public static IEnumerable<(string Tag, string Line)> Lines(RevisionText revision) => Filled(
        revision.Version == TextVersion.V1 ? CanonicalLinesV1.Of(revision.Content) : CanonicalLinesV2.Of(revision.Content, revision.Note));

    /// <summary>The lines of one block.</summary>
    public static IEnumerable<(string Tag, string Line)> Lines(TextVersion version, Block block) => Filled(
        version == TextVersion.V1 ? CanonicalLinesV1.Of(block) : CanonicalLinesV2.Of(block));

    /// <summary>
    /// Parses a text back into content whose canonical text is exactly this one. What canonical text does not contain is lost: emphasis other than superscripts
    /// and subscripts, link targets, levels of headings, what version 1 left out; a pull quote becomes a quotation.
    /// </summary>
    /// <param name="notesAt">The time for every correction note.</param>
    /// <returns>False where it is not a canonical text of a known version.</returns>
    public static bool TryRead(string text, DateTimeOffset notesAt, [NotNullWhen(true)] out RevisionText? revision)
    {
        revision = CanonicalReader.Read(text, notesAt);

        // Content that does not give exactly this text is not what was sealed.
        revision = revision is not null && Create(revision) == text ? revision : null;
        return revision is not null;
    }

    /// <summary>SHA-256 of the canonical text, 32 bytes.</summary>
    public static byte[] Digest(RevisionText revision) => SHA256.HashData(Encoding.UTF8.GetBytes(Create(revision)));

    /// <summary>Whether two texts of one version are the same story: note, topics and the titles for search and social pages are not compared.</summary>
    public static bool IsSameStory(RevisionText one, RevisionText other) =>
        one.Version == other.Version && Lines(StoryOf(one)).SequenceEqual(Lines(StoryOf(other)));

    /// <summary>The first unassigned code point of the content, or null: a release refuses it.</summary>
    public static string? FirstUnassigned(StoryContent content) =>
        StoryFields.Of(content).Select(field => CanonicalLine.FirstUnassigned(field.Text)).FirstOrDefault(found => found is not null);

    private static RevisionText StoryOf(RevisionText text) => text with { Content = text.Content with { Topics = [], SearchHeadline = null, SocialHeadline = null }, Note = null };

    private static IEnumerable<(string Tag, string Line)> Filled(IEnumerable<(string Tag, string Line)> items) => items.Where(item => item.Line.Length > 0);
}
