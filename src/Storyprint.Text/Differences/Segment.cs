namespace Storyprint.Text.Differences;

/// <summary>A piece of a compared paragraph. A removed segment followed by an added one of the same class is one replacement.</summary>
/// <param name="Kind">In which text it stands.</param>
/// <param name="Text">The piece, exactly as written; never empty, never beginning or ending inside a grapheme of its own text.</param>
/// <param name="Class"><see cref="DifferenceClass.None"/> where <paramref name="Kind"/> is Same.</param>
/// <param name="Marks">Set for alterations only, the same on both halves of a replacement.</param>
public sealed record Segment(
    SegmentKind Kind,
    string Text,
    DifferenceClass Class = DifferenceClass.None,
    AlterationMarks Marks = AlterationMarks.None);
