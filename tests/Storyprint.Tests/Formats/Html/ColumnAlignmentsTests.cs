using AngleSharp.Html.Parser;
using Storyprint.Formats.Html;
using Storyprint.Formats.MarkdownFolders;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class ColumnAlignmentsTests
{
    [Theory]
    [InlineData("<table><tr><td style='text-align: right'>1<td>b</table>", "Right Unset")]
    [InlineData("<table><tr><th>A<th align=center>B<tr><td>1<td>2</table>", "Unset Centre")]
    [InlineData("<table><tr><td class='has-text-align-left' data-align=left>1<td class=has-text-align-center>2</table>", "Left Centre")]
    [InlineData("<table><colgroup><col align=right><col></colgroup><tr><td>1<td>2</table>", "Right Unset")]
    [InlineData("<table><tr><td align=right>1<td>2<tr><td align=right>1<td>2<tr><td align=left>1<td>2</table>", "Right Unset")]
    [InlineData("<table dir=rtl><tr><td style='text-align:end'>1<td>2</table>", "Left Unset")]
    [InlineData("<table><tr><td colspan=2 align=right>1<tr><td>1<td>2</table>", null)]
    [InlineData("<table><tr><td>1<td>2</table>", null)]
    [InlineData("<table><tr><td style='text-align: inherit'>1<td>2</table>", null)]
    public void ColumnAlignments_are_those_of_most_cells(string html, string? expected)
    {
        var table = Assert.IsType<Table>(Assert.Single(Trial.Body(html)));
        Assert.Equal(expected, table.Alignments is null ? null : string.Join(' ', table.Alignments));
    }

    [Fact]
    public void A_table_without_rows_says_nothing()
    {
        using var page = new HtmlParser().ParseDocument("<table></table>");
        Assert.Null(ColumnAlignments.Read(page.QuerySelector("table")!, [], 0));
    }

    [Fact]
    public void Markdown_aligns_its_columns()
    {
        var table = Assert.IsType<Table>(Assert.Single(MarkdownToBlocks.Read("| A | B | C | D |\n|:--|:-:|--:|---|\n| 1 | 2 | 3 | 4 |\n")));
        Assert.Equal([ColumnAlignment.Left, ColumnAlignment.Centre, ColumnAlignment.Right, ColumnAlignment.Unset], table.Alignments);
    }
}
