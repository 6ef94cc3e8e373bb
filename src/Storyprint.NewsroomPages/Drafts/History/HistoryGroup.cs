using Storyprint.Storage.Drafts.Journal;

namespace Storyprint.NewsroomPages.Drafts.History;

/// <summary>Saves of a draft that lie close together, shown as one: an editor saves every two seconds.</summary>
/// <param name="First">The version before the first of them.</param>
/// <param name="Last">The state that they led to, as the journal has it.</param>
/// <param name="Began">When the first was made.</param>
/// <param name="Count">How many saves they are.</param>
public sealed record HistoryGroup(long First, DraftEdit Last, DateTimeOffset Began, int Count)
{
    /// <summary>A pause of this length ends a stretch of writing.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    /// <summary>Folds a history: a stretch by one person is one, up to a state that has a name.</summary>
    /// <param name="edits">The newest first.</param>
    public static IReadOnlyList<HistoryGroup> Of(IReadOnlyList<DraftEdit> edits)
    {
        var groups = new List<HistoryGroup>();
        foreach (var edit in edits)
        {
            if (groups is [.., var group] && Goes(edit, group))
            {
                groups[^1] = group with { First = edit.Version - 1, Began = edit.At, Count = group.Count + 1 };
            }
            else
            {
                groups.Add(new HistoryGroup(edit.Version - 1, edit, edit.At, 1));
            }
        }

        return groups;
    }

    private static bool Goes(DraftEdit edit, HistoryGroup group) => edit.Name is null && edit.Kind == DraftEditKind.Written && group.Last.Kind == DraftEditKind.Written
        && edit.PersonId == group.Last.PersonId && group.Began - edit.At < Pause;
}
