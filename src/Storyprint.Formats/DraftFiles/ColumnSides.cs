using Markdig.Extensions.Tables;
using Storyprint.Stories.Body;

namespace Storyprint.Formats.DraftFiles;

/// <summary>How the columns of a table stand, as the line below its head says it.</summary>
internal static class ColumnSides
{
    /// <summary>The sides up to the last that says something; null where none does.</summary>
    public static IReadOnlyList<ColumnAlignment>? Said(IReadOnlyList<ColumnAlignment> sides)
    {
        var count = sides.Count;
        while (count > 0 && sides[count - 1] == ColumnAlignment.Unset)
        {
            count--;
        }

        return count == 0 ? null : [.. sides.Take(count)];
    }

    public static string Write(ColumnAlignment side) => side switch
    {
        ColumnAlignment.Left => ":---",
        ColumnAlignment.Centre => ":---:",
        ColumnAlignment.Right => "---:",
        _ => "---",
    };

    public static ColumnAlignment Read(TableColumnDefinition column) => column.Alignment switch
    {
        TableColumnAlign.Left => ColumnAlignment.Left,
        TableColumnAlign.Center => ColumnAlignment.Centre,
        TableColumnAlign.Right => ColumnAlignment.Right,
        _ => ColumnAlignment.Unset,
    };
}
