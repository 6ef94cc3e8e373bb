using Storyprint.People.Desks;
using Storyprint.People.Notices;
using Storyprint.Storage.Drafts;
using Storyprint.Storage.Releases;

namespace Storyprint.NewsroomPages.Notices;

/// <summary>What stands in a person's daily list.</summary>
/// <param name="Notices">Those that it chose to have in the list.</param>
public sealed record DailyListContent(DeskWork Work, IReadOnlyList<PersonNotice> Notices)
{
    public IReadOnlyList<ScheduledStory> Scheduled => Work.Scheduled;

    public IReadOnlyList<WaitingCopy> WaitingCopy => Work.WaitingCopy;

    public IReadOnlyList<OpenComments> OpenComments => Work.OpenComments;

    public IReadOnlyList<DraftSummary> Drafts => Work.Drafts;

    public bool IsEmpty => Work.IsEmpty && Notices.Count == 0;
}
