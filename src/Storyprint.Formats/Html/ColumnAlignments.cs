using AngleSharp.Dom;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.Html;

/// <summary>Reads how the columns of a table stand: from styles, attributes and WordPress's classes of their cells.</summary>
internal static class ColumnAlignments
{
    /// <summary>The alignments of the columns, or null where none is said. A column that says several has the one that most of its cells have.</summary>
    /// <param name="columns">How many columns the table has.</param>
    public static IReadOnlyList<ColumnAlignment>? Read(IElement table, IReadOnlyList<IElement> rows, int columns)
    {
        // A cell that spans would move those behind it.
        var counted = rows.Where(row => row.Children.All(cell => !cell.HasAttribute("colspan") && !cell.HasAttribute("rowspan"))).ToList();
        var cols = table.QuerySelectorAll("col").ToList();
        var read = Enumerable.Range(0, columns).Select(column =>
        {
            var said = counted.Where(row => column < row.ChildElementCount).Select(row => Of(row.Children[column])).Where(alignment => alignment != ColumnAlignment.Unset)
                .GroupBy(alignment => alignment).OrderByDescending(same => same.Count()).Select(same => same.Key).FirstOrDefault();
            return said != ColumnAlignment.Unset || cols.Count != columns ? said : Of(cols[column]);
        }).ToList();
        return read.TrueForAll(alignment => alignment == ColumnAlignment.Unset) ? null : read;
    }

    private static ColumnAlignment Of(IElement cell)
    {
        var style = cell.GetAttribute("style") ?? string.Empty;
        var at = style.IndexOf("text-align", StringComparison.OrdinalIgnoreCase);
        var said = at >= 0 ? style[(at + "text-align".Length)..].TrimStart(' ', ':').Split(';')[0].Trim()
            : cell.GetAttribute("align") ?? cell.ClassList.FirstOrDefault(name => name.StartsWith("has-text-align-", StringComparison.Ordinal))?["has-text-align-".Length..]
            ?? cell.GetAttribute("data-align") ?? string.Empty;
        return said.ToUpperInvariant() switch
        {
            "CENTER" or "MIDDLE" => ColumnAlignment.Centre,
            "LEFT" => ColumnAlignment.Left,
            "RIGHT" => ColumnAlignment.Right,
            "END" => IsRightToLeft(cell) ? ColumnAlignment.Left : ColumnAlignment.Right,
            _ => ColumnAlignment.Unset,
        };
    }

    private static bool IsRightToLeft(IElement cell) => string.Equals(cell.Closest("[dir]")?.GetAttribute("dir"), "rtl", StringComparison.OrdinalIgnoreCase);
}
