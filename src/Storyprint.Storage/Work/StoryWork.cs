using Storyprint.Stories.Codes;
using Storyprint.Stories.Releases;
using Storyprint.Stories.Workflow;

namespace Storyprint.Storage.Work;

/// <summary>How far the newsroom's work on a story has come: who has it, who submitted and approved it, who changed it last.</summary>
public sealed record StoryWork
{
    /// <summary>The story's row.</summary>
    public required long StoryId { get; init; }

    public required StoryCode Code { get; init; }

    /// <summary>What the rules need to know.</summary>
    public required StoryAtWork Story { get; init; }

    /// <summary>The newest revision; null before the first.</summary>
    public RevisionNumber? Revision { get; init; }

    /// <summary>Names the text that would be released, so that whoever releases it says which one that was; null where there is no draft.</summary>
    public string? TextName { get; init; }

    /// <summary>When it goes out by itself; null where it does not.</summary>
    public DateTimeOffset? DueAt { get; init; }

    public string? HolderName { get; init; }

    public string? SubmittedBy { get; init; }

    public string? SubmittedByName { get; init; }

    public DateTimeOffset? SubmittedAt { get; init; }

    public string? ApprovedByName { get; init; }

    public DateTimeOffset? ApprovedAt { get; init; }

    /// <summary>Whether the text was changed after it had been approved.</summary>
    public bool IsChangedSinceApproval { get; init; }

    /// <summary>The words of the note that the next release shall bear; null while nobody wrote any.</summary>
    public NoteWords? Note { get; init; }

    /// <summary>Who changed the text last; null where nobody of the newsroom did.</summary>
    public string? LastAuthor { get; init; }

    public DateTimeOffset? ChangedAt { get; init; }
}
