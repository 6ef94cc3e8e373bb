using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Drafts;

/// <summary>A story whose text is in work.</summary>
/// <param name="Desk">The slug of the desk it belongs to; null for none.</param>
public sealed record DraftSummary(StoryCode Code, string Headline, string Edition, string Section, string? Desk);
