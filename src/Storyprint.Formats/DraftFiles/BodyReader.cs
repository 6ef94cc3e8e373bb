using System.Text.RegularExpressions;
using Markdig;
using Markdig.Extensions.Tables;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Storyprint.Stories.Body;
using Storyprint.Stories.Links;
using MarkdownTable = Markdig.Extensions.Tables.Table;
using Table = Storyprint.Stories.Body.Table;

namespace Storyprint.Formats.DraftFiles;

/// <summary>Reads the blocks of a draft from Markdown: CommonMark with tables, and the few forms of <see cref="BlockWriter"/>.</summary>
/// <param name="firstLine">The line of the file that the Markdown begins in.</param>
internal sealed partial class BodyReader(string markdown, KnownBlocks known, int firstLine)
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().UsePipeTables().UsePreciseSourceLocation().Build();

    private string? caption;

    /// <exception cref="RefusedDraftFile">It holds what a story cannot.</exception>
    public IReadOnlyList<Stories.Body.Block> Read()
    {
        MarkdownDocument document;
        try
        {
            document = Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // Markdig throws this for endless nesting.
            throw new RefusedDraftFile(0, "The text nests too deeply to be read.");
        }

        var body = new List<Stories.Body.Block>();
        for (var at = 0; at < document.Count; at++)
        {
            if (Block(document[at], at + 1 < document.Count && document[at + 1] is MarkdownTable) is { } block)
            {
                body.Add(block);
            }
        }

        return body;
    }

    private Stories.Body.Block? Block(Markdig.Syntax.Block block, bool isBeforeTable) => block switch
    {
        HeadingBlock heading => new Heading(Math.Clamp(heading.Level, 2, 3), Text(heading.Inline)),
        ParagraphBlock paragraph => Words(paragraph, isBeforeTable),
        QuoteBlock quote => new MarkdownQuotationReader(known, firstLine).Read(quote, isPulled: PullQuote().IsMatch(Raw(quote))),
        ListBlock list => new MarkdownListReader(known, firstLine).Read(list),
        MarkdownTable table => TableOf(table),
        ThematicBreakBlock => new ThematicBreak(),
        FencedCodeBlock { Info: BodyWriter.KeptMark } kept => Kept(kept, kept.Arguments ?? string.Empty),
        CodeBlock code => new Paragraph(Code(code)),
        HtmlBlock html => Comment(html),
        LinkReferenceDefinitionGroup => null,
        _ => throw Refused(block, "Something here cannot stand in a story."),
    };

    private Stories.Body.Block? Words(ParagraphBlock paragraph, bool isBeforeTable)
    {
        var (lines, raw) = (Lines(paragraph.Inline), Raw(paragraph));
        if (lines is [[LinkInline { IsImage: true } image], ..])
        {
            return new MarkdownPictureReader(known, firstLine).Read(image, lines);
        }

        if (raw.StartsWith(BlockWriter.EmbedField, StringComparison.Ordinal))
        {
            return EmbedOf(paragraph, lines);
        }

        if (isBeforeTable && raw.StartsWith(BlockWriter.TableField, StringComparison.Ordinal))
        {
            caption = Field(Plain(paragraph.Inline!), BlockWriter.TableField);
            return null;
        }

        return new Paragraph(Text(paragraph.Inline));
    }

    private Embed EmbedOf(ParagraphBlock paragraph, List<List<Inline>> lines)
    {
        var address = Field(Plain(lines[0]), BlockWriter.EmbedField);
        var title = lines.Count > 1 ? Plain(lines[1]) : null;
        return !LinkTarget.TryParse(address, out _) ? throw Refused(paragraph, $"What is embedded stands at an address, such as {BlockWriter.EmbedField} https://video.example/123; “{address}” is none.")
            : lines.Count > 2 || title?.StartsWith(BlockWriter.TitleField, StringComparison.Ordinal) == false ? throw Refused(paragraph, $"Below an address that is embedded stands {BlockWriter.TitleField} and nothing else.")
            : new Embed(address, title is null ? null : Field(title, BlockWriter.TitleField));
    }

    private Table TableOf(MarkdownTable table)
    {
        List<TableRow> rows = [.. table.OfType<TableRow>()];
        RichText[][] cells = [.. rows.Select(row => (RichText[])[.. row.OfType<TableCell>().Select(cell => Joined([.. cell.OfType<ParagraphBlock>().Select(paragraph => Text(paragraph.Inline))]))])];
        var head = rows is [{ IsHeader: true }, ..] ? cells[0] : [];
        var words = caption;
        caption = null;
        return new Table(
            head.Any(cell => cell.Runs.Count > 0) ? head : [], [.. cells.Skip(rows is [{ IsHeader: true }, ..] ? 1 : 0)], words, ColumnSides.Said([.. table.ColumnDefinitions.Select(ColumnSides.Read)]));
    }

    private static RichText Code(CodeBlock code) => new([new TextRun(code.Lines.ToString().TrimEnd('\n'), Emphasis.Code)]);

    private Stories.Body.Block Kept(Markdig.Syntax.Block at, string name) =>
        known.Named(name.Trim()) ?? throw Refused(at, $"There is no block {name.Trim()} in the draft that the file was made from.");

    private Stories.Body.Block? Comment(HtmlBlock html)
    {
        var raw = Raw(html).Trim();
        return KeptComment().Match(raw) is { Success: true } kept ? Kept(html, kept.Groups[1].Value)
            : raw.StartsWith("<!--", StringComparison.Ordinal) && raw.IndexOf("-->", StringComparison.Ordinal) == raw.Length - 3 ? null
            : throw Refused(html, "HTML is not read here, apart from <em>, <strong>, <code>, <sup>, <sub> and <br> among words. Write it as Markdown.");
    }

    private static RichText Joined(IReadOnlyList<RichText> texts) => Html.BlockFlattener.Join(texts);

    private RichText Text(IEnumerable<Inline>? inlines) => InlineReader.Read(inlines ?? [], known, firstLine);

    private string Plain(IEnumerable<Inline> inlines) => Text(inlines).Plain;

    internal static string Field(string line, string name) => line.Length > name.Length && line[name.Length] == ' ' ? line[(name.Length + 1)..] : line[name.Length..];

    // The parts of a paragraph between the lines of the file.
    private static List<List<Inline>> Lines(ContainerInline? paragraph)
    {
        List<List<Inline>> lines = [[]];
        foreach (var inline in paragraph ?? [])
        {
            if (inline is LineBreakInline { IsHard: false })
            {
                lines.Add([]);
            }
            else
            {
                lines[^1].Add(inline);
            }
        }

        return lines;
    }

    private string Raw(Markdig.Syntax.Block block) => markdown[block.Span.Start..Math.Min(markdown.Length, block.Span.End + 1)].TrimStart();

    private RefusedDraftFile Refused(Markdig.Syntax.Block at, string sentence) => new(firstLine + at.Line, sentence);

    [GeneratedRegex(@"^>[ ]?\[!pull\][ ]*(?:\n|$)")]
    private static partial Regex PullQuote();

    [GeneratedRegex(@"^<!--\s*storyprint\s+([A-Za-z0-9_-]{1,24})\s*-->$")]
    private static partial Regex KeptComment();
}
