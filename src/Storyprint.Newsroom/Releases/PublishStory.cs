using Storyprint.Storage.Releases;
using Storyprint.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Editions;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;

namespace Storyprint.Newsroom.Releases;

/// <summary>Publishes the first revision of a story: from its draft, or from given content.</summary>
public sealed class PublishStory(ReleaseStore store, Publication publication)
{
    /// <summary>Publishes a story's draft, as it is when its turn comes.</summary>
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, CancellationToken cancellation = default) => RunAsync(context, code, null, cancellation);

    /// <summary>Publishes the text that somebody has looked at, and no other.</summary>
    /// <param name="textName">The text, as <see cref="Storyprint.Storage.Work.StoryWork.TextName"/>; null where that was not asked.</param>
    public Task<ReleaseOutcome> RunAsync(ReleaseContext context, StoryCode code, string? textName, CancellationToken cancellation = default) => store.ReleaseAsync(
        context, code, (story, at) => PublishRule.Decide(story.State, story.Draft!.Content, story.Draft.Base, at), fromDraft: true, textName: textName, cancellation: cancellation);

    /// <summary>Publishes a new story, which has no code yet.</summary>
    public Task<ReleaseOutcome> RunAsync(
        ReleaseContext context, StoryContent content, Slug slug, SectionName? section, string? translationKey, CancellationToken cancellation = default) =>
        store.PublishNewAsync(
            context, content, slug, publication.EditionOrMain(content.Language).TimeZone, publication.FirstStoryNumber, section, translationKey, cancellation);
}
