namespace Storyprint.NewsroomPages.Frame;

/// <summary>What a <c>Notice</c> is about.</summary>
public enum NoticeKind
{
    Done,

    /// <summary>Something to mind; nothing failed.</summary>
    Mind,
    Wrong,
}
