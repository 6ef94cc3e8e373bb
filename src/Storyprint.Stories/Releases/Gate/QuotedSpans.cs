using Storyprint.Text.Differences;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Finds words that became a quotation or ceased to be one, where a line's quotation marks were added, removed or moved.</summary>
internal static class QuotedSpans
{
    public static IEnumerable<GateFinding> Changed(ParagraphDifference line)
    {
        if (!line.Changes.Any(change => change.Class == DifferenceClass.Alteration && Marks(change)))
        {
            return [];
        }

        var (before, after) = (Text(line, SegmentKind.Added), Text(line, SegmentKind.Removed));
        var (old, now) = (QuotedText.Of(before), QuotedText.Of(after));
        return old.Where(span => !now.Contains(span)).Select(span => Found(span, after.Contains(span, StringComparison.Ordinal), isCome: false))
            .Concat(now.Where(span => !old.Contains(span)).Select(span => Found(span, before.Contains(span, StringComparison.Ordinal), isCome: true)));
    }

    private static bool Marks(TextChange change)
    {
        var (before, after) = change.Of(AlterationMarks.Quotation);
        return before.Count != after.Count || !before.SequenceEqual(after);
    }

    private static GateFinding Found(string span, bool staysAsWords, bool isCome) =>
        new(GateFindingKind.Quotation, isCome && !staysAsWords ? "" : span, isCome || staysAsWords ? span : "");

    private static string Text(ParagraphDifference line, SegmentKind without) =>
        string.Concat(line.Segments.Where(segment => segment.Kind != without).Select(segment => segment.Text));
}
