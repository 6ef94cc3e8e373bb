using Storyprint.Stories.Links;

namespace Storyprint.Stories.Workflow;

/// <summary>What the rules need to know of a story.</summary>
public sealed record StoryAtWork
{
    public required WorkState State { get; init; }

    public Slug? Section { get; init; }

    /// <summary>The desk it belongs to; null for none.</summary>
    public string? Desk { get; init; }

    /// <summary>Whether a changed text of a published story was handed to those who approve.</summary>
    public bool IsSubmitted { get; init; }

    /// <summary>Who has it in hand, by the person's id; null for nobody.</summary>
    public string? Holder { get; init; }

    /// <summary>The persons who wrote the text that would be released, or changed it last, by their ids.</summary>
    public IReadOnlySet<string> Authors { get; init; } = new HashSet<string>();

    /// <summary>Whether its section asks for four eyes: who wrote or last changed a text cannot release it alone.</summary>
    public bool NeedsFourEyes { get; init; }

    /// <summary>Who approved the text as it is, by the person's id; null while nobody did, or since it was changed.</summary>
    public string? ApprovedBy { get; init; }
}
