using Storyprint.People.Desks;
using Storyprint.People.Notices;

namespace Storyprint.NewsroomPages.Notices;

/// <summary>What stands in a person's daily list.</summary>
/// <param name="Notices">Those that it chose to have in the list.</param>
public sealed record DailyListContent(DeskWork Work, IReadOnlyList<PersonNotice> Notices)
{
    public bool IsEmpty => Work.IsEmpty && Notices.Count == 0;
}
