using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Releases;

/// <summary>Creates the revision that follows a published one.</summary>
internal static class ReleasedText
{
    extension(StoryState state)
    {
        /// <summary>The next revision with this content; <c>UpdatedAt</c> changes only with the canonical text, not counting note and topics.</summary>
        public NewRevision Next(ReleaseKind kind, StoryStatus status, StoryContent content, DateTimeOffset at) => new()
        {
            Number = state.PublishedRevision.Number.Next,
            Kind = kind,
            Status = status,
            Content = content,
            ReleasedAt = at,
            PublishedAt = state.FirstPublishedAt,
            UpdatedAt = CanonicalText.IsSameStory(RevisionText.New(state.PublishedContent), RevisionText.New(content)) ? state.UpdatedAt : at,
        };
    }
}
