namespace Storyprint.Verification;

/// <summary>Something that a check found.</summary>
/// <param name="Kind">What sort of thing it is.</param>
/// <param name="About">What it is about: a path, a revision, an address.</param>
/// <param name="Sentence">What was found, in one sentence.</param>
internal sealed record Finding(FindingKind Kind, string About, string Sentence)
{
    /// <summary>Signed notes that prove it to everybody; to be kept.</summary>
    public IReadOnlyList<string> Evidence { get; init; } = [];
}

/// <summary>A sort of finding, with the words for somebody who meets it for the first time.</summary>
/// <param name="Word">Its name in the JSON report; never changes.</param>
/// <param name="Severity">What it does to the result.</param>
/// <param name="Title">What happened, in a few words.</param>
/// <param name="Meaning">What it means.</param>
/// <param name="Advice">What to do.</param>
internal sealed record FindingKind(string Word, Severity Severity, string Title, string Meaning, string Advice);

/// <summary>What a finding does to the result.</summary>
internal enum Severity
{
    /// <summary>Good to know; the result stays good.</summary>
    Notice,

    /// <summary>Something could not be checked: nothing is proved, for good or bad.</summary>
    Unchecked,

    /// <summary>Something is not what the publisher signed, or contradicts it.</summary>
    Damage,
}
