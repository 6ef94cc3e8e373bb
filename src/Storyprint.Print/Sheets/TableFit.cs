using System.Globalization;
using Storyprint.Stories.Body;

namespace Storyprint.Print.Sheets;

/// <summary>Where a table stands on paper.</summary>
public enum TableRoom
{
    /// <summary>In a column of the text.</summary>
    Column,

    /// <summary>Over all columns.</summary>
    Sheet,

    /// <summary>Over all columns, in smaller type.</summary>
    SmallType,

    /// <summary>On a sheet of its own, turned, in smaller type.</summary>
    Landscape,
}

/// <summary>
/// How a table comes onto paper whole: it never lies over anything and no figure is broken. Widths are estimated from the letters, on the safe side, since
/// the page is laid out by browsers later.
/// </summary>
/// <param name="Parts">The columns of each part, by index. Several where even a turned sheet is too narrow: each begins with the table's first column.</param>
public sealed record TableFit(TableRoom Room, IReadOnlyList<IReadOnlyList<int>> Parts)
{
    // Millimetres: the narrower of A4 and Letter, without its margins.
    private const double Sheet = 178;
    private const double Turned = 247;
    private const double CellPadding = 2.4;

    // Points into millimetres; the type of print.css.
    private const double Point = 25.4 / 72;
    private const double Type = 7.8 * Point;
    private const double Small = 6.4 * Point;
    private const double RightToLeftType = 8.4 * Point;
    private const double RightToLeftSmall = 7 * Point;

    // Ems. A word that is longer may be broken; a cell of several words gets a line of this length.
    private const double LongestWord = 16;
    private const double Line = 8;

    // The first column of a table in parts takes no more of a sheet than this.
    private const double FirstColumnShare = .3;

    // More columns are hard to read beside the text.
    private const int MaxInColumn = 4;

    /// <summary>All columns in one part, for a place that scrolls.</summary>
    public static TableFit Whole(Table table) => new(TableRoom.Column, [[.. Enumerable.Range(0, ColumnsOf(table))]]);

    /// <param name="column">The width of a column of the text, in millimetres.</param>
    public static TableFit Create(Table table, double column, bool isRightToLeft)
    {
        var figures = FigureCells.Columns(table);
        var ems = Enumerable.Range(0, ColumnsOf(table)).Select(index => Cells(table, index).Select(cell => Width(cell, figures[index])).DefaultIfEmpty(0).Max()).ToList();
        var (type, small) = isRightToLeft ? (RightToLeftType, RightToLeftSmall) : (Type, Small);
        double Needed(double size) => ems.Sum(width => (width * size) + CellPadding);
        IReadOnlyList<IReadOnlyList<int>> whole = [[.. Enumerable.Range(0, ems.Count)]];
        return ems.Count <= MaxInColumn && Needed(type) <= column ? new TableFit(TableRoom.Column, whole)
            : Needed(type) <= Sheet ? new TableFit(TableRoom.Sheet, whole)
            : Needed(small) <= Sheet ? new TableFit(TableRoom.SmallType, whole)
            : Needed(small) <= Turned ? new TableFit(TableRoom.Landscape, whole)
            : new TableFit(TableRoom.Landscape, Split([.. ems.Select(width => (width * small) + CellPadding)]));
    }

    internal static int ColumnsOf(Table table) => table.Rows.Select(row => row.Count).Append(table.Header.Count).Max();

    private static IReadOnlyList<IReadOnlyList<int>> Split(List<double> widths)
    {
        var first = Math.Min(widths[0], Turned * FirstColumnShare);
        var (parts, room) = (new List<List<int>>(), 0.0);
        for (var column = 1; column < widths.Count; column++)
        {
            if (parts.Count == 0 || widths[column] > room)
            {
                parts.Add([0]);
                room = Turned - first;
            }

            parts[^1].Add(column);
            room -= widths[column];
        }

        return parts.Count == 0 ? [[0]] : parts;
    }

    private static IEnumerable<string> Cells(Table table, int column) =>
        table.Rows.Prepend(table.Header).Where(row => column < row.Count).Select(row => row[column].Plain);

    private static double Width(string cell, bool isFigures)
    {
        var whole = Ems(cell);
        return isFigures && FigureCells.IsFigure(cell.Trim()) ? whole
            : Math.Max(Math.Min(cell.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(Ems).DefaultIfEmpty(0).Max(), LongestWord), Math.Min(whole, Line));
    }

    // A serif's average letters; East Asian ones are squares.
    private static double Ems(string text) => text.Sum(letter => letter switch
    {
        >= '\u2E80' => 1,
        ' ' or '.' or ',' or '\'' or ':' => .3,
        _ when char.IsUpper(letter) => .74,
        _ when CharUnicodeInfo.GetUnicodeCategory(letter) is UnicodeCategory.NonSpacingMark or UnicodeCategory.Format => 0,
        _ => .56,
    });
}
