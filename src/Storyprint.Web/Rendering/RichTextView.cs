using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Storyprint.Print.Hyphens;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Rendering;

/// <summary>Text with emphasis and links; on paper each link has its number. Written in code, not Razor, because every space counts.</summary>
public sealed partial class RichTextView : ComponentBase
{
    [Parameter, EditorRequired] public required RichText Text { get; set; }

    /// <summary>The numbers of links on paper; null where they have none.</summary>
    [Parameter] public LinkNumbers? Numbers { get; set; }

    /// <summary>The hyphenator for justified text, or null.</summary>
    [Parameter] public SoftHyphenator? Hyphens { get; set; }

    protected override void BuildRenderTree(RenderTreeBuilder builder)
    {
        foreach (var run in Text.Runs)
        {
            if (run.Link is { } link)
            {
                AddLink(builder, run, link);
            }
            else
            {
                AddRun(builder, run);
            }
        }
    }

    private void AddLink(RenderTreeBuilder builder, TextRun run, LinkTarget link)
    {
        builder.OpenElement(0, "a");
        builder.AddAttribute(1, "href", link.Address);
        builder.AddAttribute(2, "rel", link.Address.StartsWith('/') ? null : "noopener");
        var number = Numbers?.Of(link);
        builder.AddAttribute(3, "data-note", Numbers?.IsText == true ? null : number);
        AddRun(builder, run);
        builder.CloseElement();
        if (Numbers?.IsText == true && number is not null)
        {
            builder.OpenElement(4, "sup");
            builder.AddAttribute(5, "class", "note");
            builder.AddContent(6, number);
            builder.CloseElement();
        }
    }

    private void AddRun(RenderTreeBuilder builder, TextRun run)
    {
        var tags = Tags(run.Emphasis).ToList();
        foreach (var tag in tags)
        {
            builder.OpenElement(7, tag);
        }

        var isDivided = Hyphens is not null && run.Link is null && !run.Emphasis.HasFlag(Emphasis.Code);
        var lines = run.Text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
            {
                builder.OpenElement(8, "br");
                builder.CloseElement();
            }

            AddLine(builder, isDivided ? Hyphens!.In(lines[index]) : lines[index]);
        }

        foreach (var _ in tags)
        {
            builder.CloseElement();
        }
    }

    private static void AddLine(RenderTreeBuilder builder, string line)
    {
        var from = 0;
        if (RightToLeft().IsMatch(line))
        {
            foreach (Match bracket in LatinBracket().Matches(line))
            {
                builder.AddContent(9, line[from..bracket.Index]);
                builder.OpenElement(10, "bdi");
                builder.AddAttribute(11, "class", "whole");
                builder.AddContent(12, bracket.Value);
                builder.CloseElement();
                from = bracket.Index + bracket.Length;
            }
        }

        builder.AddContent(13, line[from..]);
    }

    private static IEnumerable<string> Tags(Emphasis emphasis)
    {
        if (emphasis.HasFlag(Emphasis.Strong))
        {
            yield return "strong";
        }

        if (emphasis.HasFlag(Emphasis.Italic))
        {
            yield return "em";
        }

        if (emphasis.HasFlag(Emphasis.Code))
        {
            yield return "code";
        }

        if (emphasis.HasFlag(Emphasis.Superscript))
        {
            yield return "sup";
        }

        if (emphasis.HasFlag(Emphasis.Subscript))
        {
            yield return "sub";
        }
    }

    [GeneratedRegex(@"[\u0590-\u08FF]")]
    private static partial Regex RightToLeft();

    // "(EUR 18.4m)" in a right-to-left text: if it broke over two lines, its halves would be displayed in the wrong order, far from their brackets.
    [GeneratedRegex(@"\((?=[^()]*[A-Za-z])[\u0020-\u0027\u002A-\u007E\u00A0-\u00FF€]{1,24}\)")]
    private static partial Regex LatinBracket();
}
