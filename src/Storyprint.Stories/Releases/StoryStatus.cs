namespace Storyprint.Stories.Releases;

/// <summary>The status of a story.</summary>
public enum StoryStatus
{
    Draft = 0,
    InReview = 1,
    Approved = 2,
    Scheduled = 3,
    Published = 4,
    Retracted = 5,
    Withdrawn = 6,
}

public static class StoryStatusWords
{
    extension(StoryStatus status)
    {
        /// <summary>Retracted stories stay visible, marked; withdrawn ones do not.</summary>
        public bool IsVisibleToReaders => status is StoryStatus.Published or StoryStatus.Retracted;
    }
}
