namespace Storyprint.Checking;

/// <summary>What can be said of a copy. No word of it says that something is genuine, or that it is not.</summary>
public enum CopyVerdict
{
    /// <summary>Word for word and mark for mark the whole text of a revision, and nothing else.</summary>
    Identical,

    /// <summary>The same words in another typography.</summary>
    SameWords,

    /// <summary>A part of a revision, or all of it with other text around: what is ours in it is unaltered.</summary>
    Excerpt,

    /// <summary>It follows a revision, and something in it is altered.</summary>
    Altered,

    /// <summary>It names a story that was withdrawn: nothing of that is quoted.</summary>
    Withdrawn,

    /// <summary>So few words that they may have come from anywhere.</summary>
    TooShort,

    /// <summary>Not found among what we published.</summary>
    NotFound,
}
