using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Releases;

/// <summary>The text of a release: given content, or the story's draft.</summary>
/// <param name="Expected">The revision the text was made from.</param>
public abstract record ReleaseText(RevisionNumber? Expected)
{
    /// <param name="Slug">The new slug; null leaves it unchanged.</param>
    public sealed record Given(StoryContent Content, Slug? Slug, SectionName? Section, RevisionNumber? Expected) : ReleaseText(Expected);

    /// <param name="TextName">The text that whoever releases it has looked at, as <see cref="Storyprint.Storage.Work.StoryWork.TextName"/>; null where that was not asked.</param>
    public sealed record Draft(RevisionNumber? Expected, string? TextName = null) : ReleaseText(Expected);

    /// <summary>The current text, for a note on an error that an update has already removed.</summary>
    public sealed record AsPublished(RevisionNumber? Expected) : ReleaseText(Expected);

    internal Slug? NewSlug => (this as Given)?.Slug;

    internal string? SeenText => (this as Draft)?.TextName;

    internal SectionName? NewSection => (this as Given)?.Section;

    // The rules refuse a story without text, in words, before they look at the text.
    internal StoryContent Of(StoryForRelease story) => this switch
    {
        Given given => given.Content,
        Draft => story.Draft!.Content,
        _ => story.State.Content ?? new StoryContent { Language = story.Edition, Headline = string.Empty },
    };
}
