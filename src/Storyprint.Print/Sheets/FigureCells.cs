using System.Text.RegularExpressions;
using Storyprint.Stories.Body;

namespace Storyprint.Print.Sheets;

/// <summary>Which columns of a table hold figures: they stand right, so that their digits stand under each other, and are never broken over two lines.</summary>
public static partial class FigureCells
{
    private const int MaxLength = 24;

    /// <summary>For each column, whether all its cells hold figures; empty cells and dashes count as either.</summary>
    public static IReadOnlyList<bool> Columns(Table table)
    {
        var columns = TableFit.ColumnsOf(table);
        return [.. Enumerable.Range(0, columns).Select(column =>
        {
            var cells = table.Rows.Where(row => column < row.Count).Select(row => row[column].Plain.Trim()).Where(text => !IsNone(text)).ToList();
            return cells.Count > 0 && cells.All(IsFigure);
        })];
    }

    /// <summary>A number with its sign, grouping, unit or currency, in the digits of any script; a time, a date in digits, a range.</summary>
    public static bool IsFigure(string text) => text.Length <= MaxLength && Figure().IsMatch(text);

    private static bool IsNone(string text) => text.Length == 0 || text is "-" or "–" or "—" or "…" or "n/a";

    [GeneratedRegex(@"^[\u200E\u200F\u2066-\u2069]*[\p{Sc}\p{Sm}\-−–±~]?\s?\p{Sc}?\s?\p{Nd}[\p{Nd}\s.,\u066B\u066C’'/:\-–−×]*\s?(%|٪|‰|°|\p{Sc}|\p{L}{1,4}[²³]?)?[\u200E\u200F\u2066-\u2069]*$")]
    private static partial Regex Figure();
}
