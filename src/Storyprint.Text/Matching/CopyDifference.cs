using Storyprint.Text.Differences;

namespace Storyprint.Text.Matching;

/// <summary>What kind of difference a reader is told of, the gravest first.</summary>
public enum CopyDifferenceKind
{
    /// <summary>A number differs, or its sign or unit mark.</summary>
    Number,

    /// <summary>A date differs.</summary>
    Date,

    /// <summary>A negation was added or taken out, or a word became its opposite.</summary>
    Negation,

    /// <summary>A name differs.</summary>
    Name,

    /// <summary>Letters were replaced by letters of another script that look alike.</summary>
    LookAlike,

    /// <summary>Other words.</summary>
    Words,

    /// <summary>A passage that the original has not, between passages of it.</summary>
    Added,

    /// <summary>A passage of the original that is left out between others.</summary>
    LeftOut,

    /// <summary>A quotation mark was added or taken out.</summary>
    Quotation,

    /// <summary>Only marks between the words differ.</summary>
    Punctuation,

    /// <summary>A letter of a long word differs in a copy that a machine has read in a picture: perhaps it only misread it.</summary>
    Reading,

    /// <summary>A passage stands in another place.</summary>
    Moved,

    /// <summary>Only typography: no word and no mark differs.</summary>
    Typography,
}

/// <summary>One difference between a copy and what was published. Either side may be empty.</summary>
/// <param name="Original">What was published.</param>
/// <param name="Copy">What stands in the copy.</param>
public sealed record CopyDifference(CopyDifferenceKind Kind, string Original, string Copy)
{
    /// <summary>Whether it changes what is said.</summary>
    public bool IsAlteration => Kind is not (CopyDifferenceKind.Reading or CopyDifferenceKind.Moved or CopyDifferenceKind.Typography);

    /// <summary>The same in a copy that a machine has read.</summary>
    internal CopyDifference OfRecognised => IsAlteration && ReadingErrors.IsPossible(Original, Copy) ? this with { Kind = CopyDifferenceKind.Reading } : this;

    /// <summary>The differences of a compared paragraph.</summary>
    internal static IEnumerable<CopyDifference> Of(ParagraphDifference paragraph) => paragraph.Kind switch
    {
        ParagraphDifferenceKind.Added => [new CopyDifference(CopyDifferenceKind.Added, "", paragraph.After!)],
        ParagraphDifferenceKind.Removed => [new CopyDifference(CopyDifferenceKind.LeftOut, paragraph.Before!, "")],
        ParagraphDifferenceKind.MovedAway => [],
        ParagraphDifferenceKind.MovedHere => [new CopyDifference(CopyDifferenceKind.Moved, paragraph.After!, paragraph.After!), .. paragraph.Changes.Select(Of)],
        _ => paragraph.Changes.Select(Of),
    };

    private static CopyDifference Of(TextChange change) => new(KindOf(change), change.Before, change.After);

    private static CopyDifferenceKind KindOf(TextChange change)
    {
        if (change.Class != DifferenceClass.Alteration || PageCapitals.AreAll(change.Before, change.After))
        {
            return CopyDifferenceKind.Typography;
        }

        if (LookAlikes.AreAlike(change.Before, change.After))
        {
            return CopyDifferenceKind.LookAlike;
        }

        var marks = AlterationClassifier.Of(change.Old, change.New);
        return marks.HasFlag(AlterationMarks.Number) ? CopyDifferenceKind.Number
            : marks.HasFlag(AlterationMarks.Date) ? CopyDifferenceKind.Date
            : marks.HasFlag(AlterationMarks.Negation) ? CopyDifferenceKind.Negation
            : IsName(change) ? CopyDifferenceKind.Name
            : change.ChangesWords ? CopyDifferenceKind.Words
            : marks.HasFlag(AlterationMarks.Quotation) ? CopyDifferenceKind.Quotation
            : CopyDifferenceKind.Punctuation;
    }

    // A name at the beginning of a sentence is one too, where the other side has another.
    private static bool IsName(TextChange change) => change.ChangesWords && change.Of(AlterationMarks.Name) is var (before, after) && before.Count + after.Count > 0 && !before.SequenceEqual(after);
}
