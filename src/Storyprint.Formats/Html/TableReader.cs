using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads tables of data; layout tables are read as their text.</summary>
internal static class TableReader
{
    private const int MaxColumns = 100;
    private const int MaxCells = 50_000;

    public static IReadOnlyList<Block> Read(IElement table, BlockReader reader)
    {
        var rows = table.Children.SelectMany(child => child.LocalName is "tr" ? [child]
            : child.LocalName is "thead" or "tbody" or "tfoot" ? child.Children.Where(row => row.LocalName == "tr") : []).ToList();
        if (IsLayout(table, rows))
        {
            NoteLayout(table, rows, reader.ImportWarnings);
            return [.. table.Children.SelectMany(child => reader.Body(child))];
        }

        var others = new List<Block>();
        var grid = Grid(rows, reader, others);
        var caption = table.Children.FirstOrDefault(child => child.LocalName == "caption") is { } words ? HtmlPlainText.From(words, reader.ImportWarnings, "the caption of a table") : null;
        var width = grid.Count == 0 ? 0 : grid.Max(row => row.Count);
        if ((long)width * grid.Count > MaxCells)
        {
            reader.ImportWarnings.Add("A table with too many cells was turned into paragraphs.");
            return [.. grid.Select(row => new Paragraph(BlockFlattener.Join([.. row.Where(cell => !cell.IsEmpty)]))).Where(row => !row.Text.IsEmpty), .. others];
        }

        var hasHeader = grid.Count > 0 && (rows[0].ParentElement?.LocalName == "thead" || rows[0].Children.All(cell => cell.LocalName == "th"));
        foreach (var row in grid)
        {
            row.AddRange(Enumerable.Repeat(RichText.Empty, width - row.Count));
        }

        IReadOnlyList<RichText>[] body = [.. grid.Skip(hasHeader ? 1 : 0).Where(row => !row.TrueForAll(cell => cell.IsEmpty))];
        List<RichText> header = hasHeader && !grid[0].TrueForAll(cell => cell.IsEmpty) ? grid[0] : [];
        var isEmpty = header.Count == 0 && body.Length == 0;
        BlockFlattener.NoteMoved(isEmpty ? [] : others, reader.ImportWarnings, "a table");
        return isEmpty
            ? [.. caption is { Length: > 0 } ? [new Paragraph(RichText.From(caption))] : Array.Empty<Block>(), .. others]
            : [new Table(header, body, caption is { Length: > 0 } ? caption : null, ColumnAlignments.Read(table, rows, width)), .. others];
    }

    private static bool IsLayout(IElement table, List<IElement> rows) =>
        table.GetAttribute("role") is "presentation" or "none"
        || table.QuerySelector("table") is not null
        || rows.Sum(row => row.ChildElementCount) == 1;

    // What has column heads or a caption is data, though a table stands in one of its cells.
    private static void NoteLayout(IElement table, List<IElement> rows, ImportWarnings warnings)
    {
        if (rows.Count > 1 && table.QuerySelectorAll("th, caption").FirstOrDefault(head => head.Closest("table") == table) is { } head)
        {
            warnings.Add($"A table that holds another table was turned into paragraphs: “{ImportWarnings.Short(head.TextContent)}”");
        }
    }

    // A cell that spans rows or columns fills the first, the others stay empty.
    private static List<List<RichText>> Grid(List<IElement> rows, BlockReader reader, List<Block> others)
    {
        var grid = new List<List<RichText>>(rows.Count);
        var covered = new int[MaxColumns];
        foreach (var row in rows)
        {
            var line = new List<RichText>();
            foreach (var cell in row.Children)
            {
                SkipCovered(line, covered);
                var (text, more) = reader.WordsInside(cell, "a cell");
                others.AddRange(more);
                if (line.Count >= MaxColumns)
                {
                    reader.ImportWarnings.Add("A table has more columns than can be shown; the last ones stand together.");
                    line[^1] = BlockFlattener.Join([.. new[] { line[^1], text }.Where(words => !words.IsEmpty)]);
                    continue;
                }

                var columns = Math.Min(Span(cell, "colspan"), MaxColumns - line.Count);
                if (!text.IsEmpty && (columns > 1 || Span(cell, "rowspan") > 1))
                {
                    reader.ImportWarnings.Add($"A cell that spans several columns or rows stands in the first of them: “{ImportWarnings.Short(text.Plain)}”");
                }

                for (var column = 0; column < columns; column++)
                {
                    covered[line.Count] = Span(cell, "rowspan") - 1;
                    line.Add(column == 0 ? text : RichText.Empty);
                }
            }

            SkipCovered(line, covered);
            grid.Add(line);
        }

        return grid;
    }

    private static void SkipCovered(List<RichText> line, int[] covered)
    {
        while (line.Count < MaxColumns && covered[line.Count] > 0)
        {
            covered[line.Count]--;
            line.Add(RichText.Empty);
        }
    }

    private static int Span(IElement cell, string attribute) =>
        int.TryParse(cell.GetAttribute(attribute), out var span) ? Math.Clamp(span, 1, MaxColumns) : 1;
}
