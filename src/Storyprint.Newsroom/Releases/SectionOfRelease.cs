using Storyprint.Formats.Imports;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;

namespace Storyprint.Newsroom.Releases;

/// <summary>Whether the section of a story that is to be released exists: a typing error would make a new one.</summary>
public static class SectionOfRelease
{
    /// <summary>What to ask whoever releases it; null where the section exists, or there are none yet.</summary>
    public static async Task<string?> QuestionAsync(TermStore terms, Publication publication, ImportedStory story, CancellationToken cancellation)
    {
        var edition = publication.EditionOrMain(story.Content.Language);
        var sections = await terms.SectionsAsync(edition, cancellation);
        if (story.Section is not { } said || sections.Count == 0 || sections.Any(section => section.Slug == said.Slug))
        {
            return null;
        }

        var nearest = SectionNames.Nearest(sections.Concat(publication.Editions.SelectMany(other => other.Sections)), said.Name);
        return $"There is no section “{said.Name}”. {(nearest.Count > 0 ? $"Is it {string.Join(", or ", nearest.Select(Named))}?" : $"There are: {string.Join(", ", sections.Take(20).Select(Named))}.")}"
            + " To begin a new one say --new-section; the menu shows those that publication.json names.";
    }

    private static string Named(SectionName section) => $"“{section.Name}” ({section.Slug})";
}
