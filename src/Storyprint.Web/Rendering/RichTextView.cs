using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;

namespace Storyprint.Web.Rendering;

/// <summary>Words with their emphasis and links; on paper each link carries its number. Written in code, because here every space counts.</summary>
public sealed class RichTextView : ComponentBase
{
    [Parameter, EditorRequired] public required RichText Text { get; set; }

    /// <summary>The printed number of a link; null where links are not numbered.</summary>
    [Parameter] public Func<LinkTarget, string?>? NumberOf { get; set; }

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
        AddRun(builder, run);
        builder.CloseElement();
        if (NumberOf?.Invoke(link) is { } number)
        {
            builder.OpenElement(3, "sup");
            builder.AddAttribute(4, "class", "note");
            builder.AddContent(5, number);
            builder.CloseElement();
        }
    }

    private static void AddRun(RenderTreeBuilder builder, TextRun run)
    {
        var tags = Tags(run.Emphasis).ToList();
        foreach (var tag in tags)
        {
            builder.OpenElement(6, tag);
        }

        var lines = run.Text.Split('\n');
        for (var index = 0; index < lines.Length; index++)
        {
            if (index > 0)
            {
                builder.OpenElement(7, "br");
                builder.CloseElement();
            }

            builder.AddContent(8, lines[index]);
        }

        foreach (var _ in tags)
        {
            builder.CloseElement();
        }
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
}
