using Storyprint.Stories.Canonical;

namespace Storyprint.Stories.Releases;

/// <summary>How the revision after a published one is made.</summary>
internal static class ReleasedText
{
    extension(StoryState state)
    {
        /// <summary>The next revision with this content; <c>UpdatedAt</c> moves only when the canonical text does, note and topics left aside.</summary>
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
