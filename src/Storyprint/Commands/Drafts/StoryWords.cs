using Storyprint.Storage.Work;
using Storyprint.Stories.Workflow;

namespace Storyprint.Commands.Drafts;

/// <summary>How stories stand, in the words of the command line.</summary>
internal static class StoryWords
{
    /// <summary>What a list can be narrowed to.</summary>
    public static IReadOnlyDictionary<string, WorkSelection> Selections { get; } = new Dictionary<string, WorkSelection>(StringComparer.Ordinal)
    {
        ["in-work"] = WorkSelection.InWork,
        ["draft"] = WorkSelection.Draft,
        ["in-review"] = WorkSelection.InReview,
        ["approved"] = WorkSelection.Approved,
        ["scheduled"] = WorkSelection.Scheduled,
        ["changed"] = WorkSelection.Changed,
        ["published"] = WorkSelection.Published,
        ["retracted"] = WorkSelection.Retracted,
        ["withdrawn"] = WorkSelection.Withdrawn,
    };

    public static string Of(WorkState state) => state switch
    {
        WorkState.InReview => "in review",
        WorkState.PublishedWithChanges => "changed",
        _ => state.ToString().ToLowerInvariant(),
    };
}
