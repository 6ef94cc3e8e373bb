using Storyprint.Storage.Releases;
using Storyprint.Storage.Work;
using Storyprint.Stories;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Releases.Gate;

namespace Storyprint.NewsroomPages.Drafts.Releasing;

/// <summary>What a release of a story would do, and what stands in its way.</summary>
public sealed record ReleaseReview
{
    public required StoryForRelease Story { get; init; }

    /// <summary>The text as readers see it; null before the first release.</summary>
    public StoryContent? Before => Story.State.Content;

    /// <summary>The text that would be released: the draft, or the published one where nothing is in work.</summary>
    public required StoryContent After { get; init; }

    /// <summary>Why its text could not be released now, whatever note it bears.</summary>
    public IReadOnlyList<ReleaseRefusal> Obstacles { get; init; } = [];

    /// <summary>What changes since the newest revision: first what needs a word to readers.</summary>
    public IReadOnlyList<GateFinding> Findings { get; init; } = [];

    /// <summary>Open comments that are not private. They hold no release.</summary>
    public int OpenComments { get; init; }

    public int OpenProposals { get; init; }

    /// <summary>Other stories in which the words stand that a correction takes back.</summary>
    public IReadOnlyList<WorkEntry> Elsewhere { get; init; } = [];

    /// <summary>Translations of this story, which a correction concerns too.</summary>
    public IReadOnlyList<WorkEntry> Translations { get; init; } = [];

    public bool HasChanges => Story.Draft is not null;

    /// <summary>The revision that the text was made from, which a release names.</summary>
    public int Expected => Story.Draft?.BaseRevision is > 0 and var made ? made : Story.State.Current?.Number.Value ?? 0;
}
