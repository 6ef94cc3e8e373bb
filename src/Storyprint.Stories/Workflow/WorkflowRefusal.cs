namespace Storyprint.Stories.Workflow;

/// <summary>Why somebody may not do something with a story now, and what to do about it.</summary>
public abstract record WorkflowRefusal
{
    private WorkflowRefusal()
    {
    }

    /// <summary>The state of the story does not allow it to anybody.</summary>
    public sealed record WrongState(StoryVerb Verb, WorkState State) : WorkflowRefusal;

    /// <summary>Somebody else may do it.</summary>
    public sealed record NotAllowed(StoryVerb Verb) : WorkflowRefusal;

    /// <summary>The story belongs to a desk that the person is not on.</summary>
    public sealed record OtherDesk(string Desk) : WorkflowRefusal;

    /// <summary>The person wrote or last changed the text, and nobody else approved it.</summary>
    public sealed record FourEyes : WorkflowRefusal;

    /// <summary>A sentence in English, for commands and the record; pages say it in their own language.</summary>
    public string Sentence => this switch
    {
        WrongState(var verb, var state) => $"{verb} is not possible while the story is {Words(state)}.",
        NotAllowed(StoryVerb.Withdraw) => "Withdrawing a story needs the grant 'withdraw'. Ask an administrator.",
        NotAllowed(StoryVerb.Retract) => "Retracting a story needs the grant 'retract'. Ask an administrator.",
        NotAllowed(var verb) => $"{verb} is for editors, and for those to whom this section was granted. Submit the story, and one of them will see it.",
        OtherDesk(var desk) => $"The story belongs to the desk '{desk}'. Ask somebody of that desk, or have it handed over.",
        FourEyes => "This section asks for four eyes: somebody who did not write or last change this text has to approve it first.",
        _ => throw new InvalidOperationException("A refusal without a sentence."),
    };

    private static string Words(WorkState state) => state switch
    {
        WorkState.InReview => "in review",
        WorkState.PublishedWithChanges => "published with changes in work",
        _ => state.ToString().ToLowerInvariant(),
    };
}
