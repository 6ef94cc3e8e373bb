using System.Globalization;
using System.Text;
using Storyprint.Storage.Stories;
using Storyprint.Stories.Editions;
using Storyprint.Web.Rendering;

namespace Storyprint.Web.PrintPages;

/// <summary>The rules of one printed page that hold its own words: paper size, running head, page numbers, code and revision at every foot.</summary>
public static class PageRules
{
    public static string Of(EditionView view, PublishedStory story, Standing standing, PaperSize paper)
    {
        var counter = view.Edition.Numerals switch
        {
            Numerals.Persian => "persian",
            Numerals.Arabic => "arabic-indic",
            _ => "decimal",
        };
        var (start, end) = view.Edition.IsRightToLeft ? ("right", "left") : ("left", "right");
        var number = view.T("print.page").Split("{0}") is [var before, var rest] && rest.Split("{1}") is [var between, var after]
            ? $"{Quoted(before)} counter(page,{counter}) {Quoted(between)} counter(pages,{counter}) {Quoted(after)}"
            : $"counter(page,{counter})";
        var link = view.Publication.PublicAddress.RevisionLink(story.Id);
        var foot = view.Texts.Format("print.foot", $"\u2066{story.Code}\u2069", view.Dates.Number(story.Number.Value));
        var older = Revised(view, story, standing);
        string Margin(string place, string content) => $"@{place}{{content:{content}}}";
        return string.Concat(
            $"@page{{size:{(paper == PaperSize.Letter ? "letter" : "A4")};",

            // Scripts written from right to left have no italic.
            view.Edition.IsRightToLeft ? "@top-left{font-style:normal}" : string.Empty,
            Margin($"top-{start}", Quoted(view.Edition.Name)), Margin($"top-{end}", number),
            Margin($"bottom-{start}", Quoted(link)), Margin($"bottom-{end}", Quoted(older + foot)),
            $"}}@page:first{{{Margin($"top-{start}", "none")}{Margin($"top-{end}", "none")}{Margin("bottom-center", number)}}}");
    }

    // An older revision says on every page that it is one and how the story stands now; a retracted story says so in every revision.
    private static string Revised(EditionView view, PublishedStory story, Standing standing) =>
        (story.IsCurrent && standing != Standing.Retracted ? string.Empty : $"{view.Word(standing)} · ")
        + (story.IsCurrent ? string.Empty : $"{view.Texts.Format("print.revision", view.Dates.Number(story.Number.Value))} < {view.Dates.Number(story.Current.Value)} · ");

    // A CSS string that can neither end itself nor the style element it stands in.
    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune.Value is '"' or '\\' or '<' or '>' or '&' || rune.Value < 0x20)
            {
                quoted.Append(CultureInfo.InvariantCulture, $"\\{rune.Value:x} ");
            }
            else
            {
                quoted.Append(rune);
            }
        }

        return quoted.Append('"').ToString();
    }
}
