using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Storyprint.Text.Differences;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.History;

/// <summary>The segments of a compared paragraph as text, deletions and insertions. Written in code, not Razor, because every space counts.</summary>
public sealed class SegmentsView : ComponentBase
{
    [Parameter, EditorRequired] public required PageContext Page { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<Segment> Segments { get; set; }

    /// <summary>Whether what was published and what was read may only differ by a reading error; null where nothing was read by a machine.</summary>
    [Parameter] public Func<string, string, bool>? IsMisread { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        for (var index = 0; index < Segments.Count; index++)
        {
            var segment = Segments[index];
            if (segment.Kind == SegmentKind.Same)
            {
                builder.AddContent(0, segment.Text);
                continue;
            }

            AddChange(builder, segment, IsMisreadAt(index));
            var isFirstHalf = segment.Kind == SegmentKind.Removed && index + 1 < Segments.Count
                && Segments[index + 1] is { Kind: SegmentKind.Added } next && next.Class == segment.Class;
            if (!isFirstHalf)
            {
                AddMarks(builder, segment.Marks);
            }
        }
    }

    private bool IsMisreadAt(int index)
    {
        if (IsMisread is null)
        {
            return false;
        }

        var removed = Segments[index].Kind == SegmentKind.Removed ? index : index - 1;
        return removed >= 0 && removed + 1 < Segments.Count && Segments[removed] is { Kind: SegmentKind.Removed } before && Segments[removed + 1] is { Kind: SegmentKind.Added } after
            && IsMisread(before.Text.Trim(), after.Text.Trim());
    }

    // Screen readers are told in words what others see.
    private void AddChange(RenderTreeBuilder builder, Segment segment, bool isMisread)
    {
        builder.OpenElement(1, segment.Kind == SegmentKind.Removed ? "del" : "ins");
        builder.AddAttribute(2, "class", segment.Class == DifferenceClass.Typography ? "faint" : isMisread ? "misread" : null);
        builder.OpenElement(3, "span");
        builder.AddAttribute(4, "class", "sr");
        builder.AddContent(5, $" {Page.T(segment.Kind == SegmentKind.Removed ? "compare.hear.removed" : "compare.hear.added")} ");
        builder.CloseElement();
        builder.AddContent(6, segment.Text);
        builder.CloseElement();
    }

    private void AddMarks(RenderTreeBuilder builder, AlterationMarks marks)
    {
        foreach (var (mark, key) in Names)
        {
            if (marks.HasFlag(mark))
            {
                builder.AddContent(7, " ");
                builder.OpenElement(8, "small");
                builder.AddAttribute(9, "class", "look");
                builder.AddContent(10, Page.T(key));
                builder.CloseElement();
            }
        }
    }

    private static readonly (AlterationMarks Mark, string Key)[] Names =
    [
        (AlterationMarks.Number, "mark.number"), (AlterationMarks.Date, "mark.date"), (AlterationMarks.Name, "mark.name"),
        (AlterationMarks.Negation, "mark.negation"), (AlterationMarks.Quotation, "mark.quotation"),
    ];
}
