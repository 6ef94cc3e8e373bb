using Storyprint.Stories.Body;

namespace Storyprint.Stories.Drafts;

/// <summary>A part of a text of a draft: words, or a choice between words that somebody has to make.</summary>
public abstract record DraftRun
{
    private protected DraftRun()
    {
    }
}

/// <summary>Words with the same emphasis and link.</summary>
public sealed record WordsRun(TextRun Words) : DraftRun;

/// <summary>Words that two people changed differently, side by side. It is settled by putting words in its place.</summary>
/// <param name="Options">At least two, in an order that does not depend on who merged first.</param>
public sealed record ChoiceRun(IReadOnlyList<TextOption> Options) : DraftRun
{
    public bool Equals(ChoiceRun? other) => other is not null && Options.SequenceEqual(other.Options);

    public override int GetHashCode() => Options.Aggregate(Options.Count, HashCode.Combine);
}

/// <summary>One of the texts of a choice, with who wrote it.</summary>
/// <param name="Runs">Empty where the words were deleted.</param>
public sealed record TextOption(IReadOnlyList<TextRun> Runs, EditStamp By)
{
    public string Plain => Runs.Count == 1 ? Runs[0].Text : string.Concat(Runs.Select(run => run.Text));

    public bool Equals(TextOption? other) => other is not null && By == other.By && Runs.SequenceEqual(other.Runs);

    public override int GetHashCode() => HashCode.Combine(By, Plain);
}
