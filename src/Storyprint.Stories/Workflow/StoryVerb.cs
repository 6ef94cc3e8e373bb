namespace Storyprint.Stories.Workflow;

/// <summary>What somebody of the newsroom does with a story.</summary>
public enum StoryVerb
{
    Read,
    Edit,
    Comment,

    /// <summary>Hands it to those who approve.</summary>
    Submit,

    /// <summary>Gives it back to its author.</summary>
    Return,
    Approve,
    Schedule,
    Unschedule,
    Publish,
    Update,
    Correct,

    /// <summary>Corrects the words of a note that readers see.</summary>
    CorrectNote,
    Retract,
    Withdraw,

    /// <summary>Hands it to another person or desk.</summary>
    HandOver,

    /// <summary>Gives a guest a link to the draft.</summary>
    Share,
}
