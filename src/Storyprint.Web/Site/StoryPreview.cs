using Storyprint.Storage.Drafts;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Codes;
using Storyprint.Stories.Links;
using Storyprint.Stories.Releases;
using Storyprint.Web.PrintPages;
using Storyprint.Web.Serving;
using Storyprint.Web.SocialImages;

namespace Storyprint.Web.Site;

/// <summary>A draft as readers would see it if it were released now, by the same components.</summary>
public sealed class StoryPreview(StoryStore stories, StoryPageHandler pages, PrintPageHandler prints, SocialImageHandler images, TimeProvider clock)
{
    public async Task<PageResult> PageAsync(Draft draft, CancellationToken cancellation) => await pages.PageAsync(await ReleasedAsync(draft, cancellation), cancellation);

    public async Task<PageResult> PrintAsync(Draft draft, CancellationToken cancellation) => await prints.PageAsync(await ReleasedAsync(draft, cancellation), null, cancellation);

    /// <summary>The image by which social pages show a story that has no picture, as PNG.</summary>
    public async Task<byte[]> SocialImageAsync(Draft draft, CancellationToken cancellation) => await images.DrawAsync(await ReleasedAsync(draft, cancellation), cancellation);

    /// <summary>The revision that a release would make. It has no seal: nothing is published.</summary>
    public async Task<PublishedStory> ReleasedAsync(Draft draft, CancellationToken cancellation)
    {
        var (now, current) = (clock.GetUtcNow(), await stories.FindAsync(draft.Code, cancellation));
        var number = current is null ? RevisionNumber.First : draft.HasChanges ? current.Current.Next : current.Current;
        return new PublishedStory
        {
            Code = draft.Code,
            Edition = draft.Edition,
            Status = StoryStatus.Published,
            IsPage = current?.IsPage ?? false,
            PublishedAt = current?.PublishedAt ?? draft.DueAt ?? now,
            UpdatedAt = current is null ? null : draft.HasChanges ? now : current.UpdatedAt,
            TranslationKey = current?.TranslationKey,
            Slug = current?.Slug ?? Slug.From(draft.Content.Headline),
            Current = number,
            Number = number,
            Kind = current is null ? ReleaseKind.Publish : ReleaseKind.Update,
            ReleasedAt = now,
            Content = draft.Content,
            Digest = [],
            Seal = null,
            LogIndex = null,
            Note = null,
            Findings = [],
        };
    }
}
