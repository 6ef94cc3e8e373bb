using Storyprint.Stories.Codes;

namespace Storyprint.Storage.Work;

/// <summary>Which stories a list of the newsroom shows. What is null is not asked.</summary>
public sealed record WorkFilter
{
    public WorkSelection Selection { get; init; } = WorkSelection.InWork;

    /// <summary>BCP 47 tag of an edition.</summary>
    public string? Edition { get; init; }

    /// <summary>The slug of a section.</summary>
    public string? Section { get; init; }

    /// <summary>The slug of a desk.</summary>
    public string? Desk { get; init; }

    /// <summary>A person who has the story in hand or wrote in it, by the person's id.</summary>
    public string? Person { get; init; }

    /// <summary>Only what is due before.</summary>
    public DateTimeOffset? DueBefore { get; init; }

    /// <summary>Words that are looked for, as they were typed; a story code is found too.</summary>
    public string Words { get; init; } = string.Empty;

    /// <summary>The story after which the list goes on; null to begin.</summary>
    public StoryCode? After { get; init; }
}

/// <summary>How the stories of a list stand.</summary>
public enum WorkSelection
{
    /// <summary>All that the newsroom works on: unpublished, or published with a changed text.</summary>
    InWork,
    Draft,
    InReview,
    Approved,
    Scheduled,

    /// <summary>Published, with a changed text that waits to be released.</summary>
    Changed,
    Published,
    Retracted,
    Withdrawn,
}
