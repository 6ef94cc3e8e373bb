using Storyprint.Formats.Html;
using Storyprint.Stories.Body;

namespace Storyprint.Tests.Formats.Html;

public sealed class TableReaderTests
{
    [Theory]
    [InlineData("<tr><th>a<th>b<tr><td>1<td>2", "a,b", "1,2")]
    [InlineData("<thead><tr><td>الف<td>ب<tbody><tr><td>۱<td>۲", "الف,ب", "۱,۲")]
    [InlineData("<tr><td>一<td>二<tr><td>三<td>四", "", "一,二|三,四")]
    [InlineData("<tr><th>a<td>1<tr><th>b<td>2", "", "a,1|b,2")]
    [InlineData("<tr><td>a<td>b<tr><td>1", "", "a,b|1,")]
    [InlineData("<tr><td colspan=2>a<td>b<tr><td>1<td>2<td>3", "", "a,,b|1,2,3")]
    [InlineData("<tr><td rowspan=2>a<td>b<tr><td>c", "", "a,b|,c")]
    [InlineData("<tr><td colspan=-3 rowspan=0>a<td>b", "", "a,b")]
    [InlineData("<tr><td colspan=x>a<td>b", "", "a,b")]
    [InlineData("<tr><td><td><tr><td>a<td>b", "", "a,b")]
    public void Cells_stand_in_their_columns(string rows, string header, string body)
    {
        var table = Assert.IsType<Table>(Assert.Single(Read($"<table>{rows}</table>").Blocks));
        Assert.Equal((header, body), (Row(table.Header), string.Join('|', table.Rows.Select(Row))));
    }

    [Theory]
    [InlineData("<table role=presentation><tr><td>a<td>b</table>")]
    [InlineData("<table><tr><td>only</table>")]
    [InlineData("<table><tr><td>a<td><table><tr><td>1<td>2</table></table>")]
    public void A_table_that_lays_out_a_page_is_read_as_text(string html) => Assert.All(
        Read(html).Blocks.Take(1), block => Assert.IsType<Paragraph>(block));

    [Theory]
    [InlineData("<caption>Prices</caption><tr><td>a<td>b", "Prices")]
    [InlineData("<caption> </caption><tr><td>a<td>b", null)]
    [InlineData("<tr><td>a<td>b", null)]
    public void The_caption_is_the_tables(string inside, string? caption) =>
        Assert.Equal(caption, Assert.IsType<Table>(Assert.Single(Read($"<table>{inside}</table>").Blocks)).Caption);

    [Fact]
    public void The_caption_of_an_empty_table_is_kept_as_words() =>
        Assert.Equal("Prices", Assert.IsType<Paragraph>(Assert.Single(Read("<table><caption>Prices</caption><tr><td><td></table>").Blocks)).Text.Plain);

    [Theory]
    [InlineData("<tr><td rowspan=2>a<td>b<tr><td>c", "A cell that spans several columns or rows stands in the first of them: “a”")]
    [InlineData("<tr><th colspan=2>2024<tr><td>b<td>c", "A cell that spans several columns or rows stands in the first of them: “2024”")]
    [InlineData("<tr><td colspan=2><td>b<tr><td>b<td>c<td>d", null)]
    [InlineData("<tr><td>a<td><img src='https://a.example/b.jpg'>", "A picture in a table stands behind it: https://a.example/b.jpg")]
    [InlineData("<tr><th>Month<th>Boats<tr><td>May<td><table><tr><td>1<td>2</table>", "A table that holds another table was turned into paragraphs: “Month”")]
    [InlineData("<tr><td>a<td><table><tr><th>1<th>2<tr><td>1<td>2</table>", null)]
    public void What_columns_cannot_show_is_told(string rows, string? said) =>
        Assert.Equal(said is null ? [] : [said], Read($"<table>{rows}</table>").Warnings);

    [Fact]
    public void A_picture_in_a_cell_stands_behind_the_table()
    {
        var blocks = Read("<table><tr><td>a<td><img src='https://a.example/b.jpg'></table>").Blocks;
        Assert.IsType<Table>(blocks[0]);
        Assert.IsType<Picture>(blocks[1]);
    }

    [Fact]
    public void Columns_nobody_could_show_stand_together()
    {
        var (blocks, warnings) = Read("<table><tr>" + string.Concat(Enumerable.Range(1, 120).Select(number => $"<td>{number}")) + "</table>");
        var row = Assert.IsType<Table>(Assert.Single(blocks)).Rows[0];
        Assert.Equal(100, row.Count);
        Assert.EndsWith("119\n120", row[^1].Plain, StringComparison.Ordinal);
        Assert.Single(warnings);
    }

    [Fact]
    public void Spans_that_claim_a_huge_table_are_cut_to_what_is_there()
    {
        var table = Assert.IsType<Table>(Assert.Single(Read("<table><tr><td colspan=2000000000 rowspan=2000000000>a<td>b<tr><td>c</table>").Blocks));
        Assert.Equal(100, table.Rows[0].Count);
    }

    private static string Row(IReadOnlyList<RichText> cells) => string.Join(',', cells.Select(cell => cell.Plain));

    private static (IReadOnlyList<Block> Blocks, IReadOnlyList<string> Warnings) Read(string html)
    {
        var markup = new Markup(html);
        return (TableReader.Read(markup.First("table"), markup.Reader), markup.Warnings.Sentences);
    }
}
