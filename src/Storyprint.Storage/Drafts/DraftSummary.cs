using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Drafts;

/// <summary>A story whose text is in work.</summary>
public sealed record DraftSummary(StoryCode Code, string Headline, string Edition, string Section);
