namespace Storyprint.NewsroomPages.Notices;

/// <summary>How much the person of a request was told and has not read.</summary>
internal sealed record UnreadNotices(int Count);
