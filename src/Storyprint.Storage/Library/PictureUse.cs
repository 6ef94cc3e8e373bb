using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Library;

/// <summary>A story that holds a picture.</summary>
/// <param name="IsPublished">Whether readers can see the story.</param>
/// <param name="IsCurrent">Whether the newest revision holds it; otherwise an earlier one does.</param>
/// <param name="IsInDraft">Whether its draft holds it.</param>
public sealed record PictureUse(StoryCode Code, string Edition, string Headline, bool IsPublished, bool IsCurrent, bool IsInDraft);
