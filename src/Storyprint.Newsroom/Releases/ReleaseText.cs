using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;

namespace Storyprint.Newsroom.Releases;

/// <summary>The text a release is made of: given with it, or the story's working copy.</summary>
/// <param name="Expected">The revision the text was made from.</param>
public abstract record ReleaseText(RevisionNumber? Expected)
{
    /// <param name="Slug">Where the story moves to; null leaves it where it is.</param>
    public sealed record Given(StoryContent Content, Slug? Slug, SectionName? Section, RevisionNumber? Expected) : ReleaseText(Expected);

    public sealed record Draft(RevisionNumber? Expected) : ReleaseText(Expected);

    /// <summary>The story as it stands, for a note on an error that an update has already taken out.</summary>
    public sealed record AsPublished(RevisionNumber? Expected) : ReleaseText(Expected);

    internal Slug? NewSlug => (this as Given)?.Slug;

    internal SectionName? NewSection => (this as Given)?.Section;

    // A story without text is not published; the rules say so, in words, before they look at it.
    internal StoryContent Of(StoryForRelease story) => this switch
    {
        Given given => given.Content,
        Draft => story.Draft!.Content,
        _ => story.State.Content ?? new StoryContent { Language = story.Edition, Headline = string.Empty },
    };
}
