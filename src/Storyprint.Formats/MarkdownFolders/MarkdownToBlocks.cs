using System.Text;
using System.Text.RegularExpressions;
using Markdig;
using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.MarkdownFolders;

/// <summary>Converts Markdown to blocks: CommonMark with tables, footnotes and task lists, and a few extensions of our own.</summary>
public static partial class MarkdownToBlocks
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables().UseFootnotes().UseTaskLists().UseEmphasisExtras().UseDefinitionLists().Build();

    /// <summary>Converts a text of our own, without warnings.</summary>
    public static IReadOnlyList<Block> Read(string markdown) => Read(markdown, new HtmlToBlocksOptions(), new ImportWarnings());

    internal static IReadOnlyList<Block> Read(string markdown, HtmlToBlocksOptions options, ImportWarnings warnings)
    {
        string html;
        try
        {
            html = Markdown.ToHtml(Prepared(markdown, warnings), Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig throws this for endless nesting. The words are kept as typed.
            warnings.Add("Its Markdown nests too deeply to be read; the text stands as it was typed.");
            html = "<pre>" + System.Net.WebUtility.HtmlEncode(markdown) + "</pre>";
        }

        using var document = HtmlToBlocks.Parse(html);
        foreach (var mark in document.QuerySelectorAll("div.pull-next").ToList())
        {
            mark.NextElementSibling?.ClassList.Add("pull");
            mark.Remove();
        }

        var (body, lost) = HtmlToBlocks.Read(document.Body!, options);
        warnings.AddAll(lost);
        return body;
    }

    // Syntax of site generators is rewritten line by line, outside of code.
    private static string Prepared(string markdown, ImportWarnings warnings)
    {
        var prepared = new StringBuilder(markdown.Length);
        var chunk = new StringBuilder();
        var fence = string.Empty;
        foreach (var line in CodeTags(markdown).Split('\n'))
        {
            var start = line.TrimStart();
            var isFence = start.StartsWith("```", StringComparison.Ordinal) || start.StartsWith("~~~", StringComparison.Ordinal);
            if (fence.Length > 0 || isFence)
            {
                prepared.Append(Chunk(chunk, warnings)).Append(line).Append('\n');
                fence = fence.Length == 0 ? start[..3] : start.StartsWith(fence, StringComparison.Ordinal) ? string.Empty : fence;
            }
            else
            {
                chunk.Append(line).Append('\n');
            }
        }

        return prepared.Append(Chunk(chunk, warnings)).ToString();
    }

    private static string Chunk(StringBuilder chunk, ImportWarnings warnings)
    {
        var text = chunk.ToString();
        chunk.Clear();
        text = TemplateTags.Apply(text, warnings);
        text = PullMark().Replace(text, "\n<div class=\"pull-next\"></div>\n\n");
        text = AttributeLine().Replace(text, string.Empty);
        return EmphasisLimiter.Apply(TrailingAttributes.Remove(text), warnings);
    }

    // {% highlight ruby %} is Jekyll's code fence.
    private static string CodeTags(string markdown) =>
        HighlightBegin().Replace(HighlightEnd().Replace(markdown, "\n```\n"), "\n```\n");

    [GeneratedRegex(@"^[ ]{0,3}\{:?\s*\.(?:pull|pullquote|pull-quote)\s*\}[ \t]*\n+(?=[ ]{0,3}>)", RegexOptions.Multiline)]
    private static partial Regex PullMark();

    [GeneratedRegex(@"^[ ]{0,3}\{:\s*[^{}\n]*\}[ \t]*$", RegexOptions.Multiline | RegexOptions.NonBacktracking)]
    private static partial Regex AttributeLine();

    [GeneratedRegex(@"\{%-?\s*highlight[^%{}]*%\}|\{\{[<%]\s*highlight[^>%{}]*[>%]\}\}")]
    private static partial Regex HighlightBegin();

    [GeneratedRegex(@"\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*/\s*highlight\s*[>%]\}\}")]
    private static partial Regex HighlightEnd();
}
