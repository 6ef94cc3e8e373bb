using Storyprint.Text.Differences;
using Storyprint.Text.Harmless;

namespace Storyprint.Stories.Releases.Gate;

/// <summary>Classifies the changes of a line: each is harmless by a rule, or a finding.</summary>
internal sealed class ChangedLines(HarmlessRules rules)
{
    // More words than this do not help an editor to find the place.
    private const int MaxWords = 12;

    private static readonly (AlterationMarks Mark, GateFindingKind Kind)[] Kinds =
    [
        (AlterationMarks.Date, GateFindingKind.Date), (AlterationMarks.Number, GateFindingKind.Number),
        (AlterationMarks.Negation, GateFindingKind.Negation), (AlterationMarks.Name, GateFindingKind.Name),
    ];

    public IEnumerable<GateFinding> Findings(IReadOnlyList<ParagraphDifference> lines)
    {
        for (var index = 0; index < lines.Count; index++)
        {
            if (index + 1 < lines.Count && Replaced(lines[index], lines[index + 1]) is { } replaced)
            {
                yield return replaced;
                index++;
                continue;
            }

            foreach (var finding in Findings(lines[index]))
            {
                yield return finding;
            }
        }
    }

    // A name or label without any word in common with the previous one.
    private static GateFinding? Replaced(ParagraphDifference gone, ParagraphDifference come) =>
        gone.Kind == ParagraphDifferenceKind.Removed && come.Kind == ParagraphDifferenceKind.Added && gone.Tag == come.Tag && (GateLines.IsNaming(gone.Tag) || gone.Tag == "kicker")
            ? new GateFinding(gone.Tag == "kicker" ? GateFindingKind.Words : GateFindingKind.Name, Cut(gone.Before!), Cut(come.After!))
            : null;

    private IEnumerable<GateFinding> Findings(ParagraphDifference line)
    {
        if (line.Tag == GateLines.Place)
        {
            return line.Kind == ParagraphDifferenceKind.MovedHere ? [new GateFinding(GateFindingKind.Picture, TextAfter(line), TextAfter(line))] : [];
        }

        var placed = line.Kind == ParagraphDifferenceKind.MovedHere || line.FormerTag is not null ? [Placed(line)] : Array.Empty<GateFinding>();
        var quoted = QuotedSpans.Changed(line).ToList();
        return placed.Concat(quoted).Concat(line.Changes.SelectMany(change => Findings(line.Tag, change, quoted.Count > 0)));
    }

    // Another position, or another kind of line.
    private static GateFinding Placed(ParagraphDifference line)
    {
        var text = Cut(GateLines.Shown(line.Kind == ParagraphDifferenceKind.MovedHere ? TextAfter(line) : line.After ?? ""));
        var isQuotation = line.FormerTag is { } former && GateLines.IsQuotation(former) != GateLines.IsQuotation(line.Tag);
        return new GateFinding(isQuotation ? GateFindingKind.Quotation : GateFindingKind.Words, text, text);
    }

    private static string TextAfter(ParagraphDifference line) =>
        string.Concat(line.Segments.Where(segment => segment.Kind != SegmentKind.Removed).Select(segment => segment.Text));

    private IEnumerable<GateFinding> Findings(string tag, TextChange change, bool isTold)
    {
        switch (rules.Explaining(change, GateLines.IsRunningText(tag)))
        {
            case HarmlessRule.Typography or HarmlessRule.FinalStop:
                return change.ChangesWords && change.Class == DifferenceClass.Typography && Shown(GateFindingKind.Typography, change) is { Before.Length: > 0, After.Length: > 0 } dress ? [dress] : [];
            case HarmlessRule.DoubledWord:
                return [new GateFinding(GateFindingKind.Spelling, $"{change.Before} {change.Before}", change.Before)];
            case not null:
                return [Shown(GateFindingKind.Spelling, change)];
            default:
                return GateLines.IsNaming(tag) ? [Shown(GateFindingKind.Name, change)] : Altered(tag, change, isTold);
        }
    }

    private static List<GateFinding> Altered(string tag, TextChange change, bool isTold)
    {
        List<GateFinding> found = [];
        var (before, after) = change.Of(AlterationMarks.Quotation);
        var isMarkAlone = change.Before.Length + change.After.Length <= 1 && before.Count + after.Count > 0;
        if (GateLines.IsQuotation(tag) || (change.IsQuoted && !isMarkAlone) || (isMarkAlone && !isTold))
        {
            found.Add(Shown(GateFindingKind.Quotation, change));
        }

        foreach (var (mark, kind) in Kinds)
        {
            var (old, now) = change.Of(mark);
            if (!old.SequenceEqual(now))
            {
                found.Add(new GateFinding(kind, Joined(old), Joined(now)));
            }
        }

        return found.Count > 0 || (isMarkAlone && isTold) ? found : [Shown(GateFindingKind.Words, change)];
    }

    private static GateFinding Shown(GateFindingKind kind, TextChange change) => new(kind, Cut(GateLines.Shown(change.Before)), Cut(GateLines.Shown(change.After)));

    private static string Joined(IReadOnlyList<string> words) => Cut(string.Join(' ', words.Select(GateLines.Shown)));

    private static string Cut(string text)
    {
        var words = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', words.Take(MaxWords)) + (words.Length > MaxWords ? " …" : "");
    }
}
